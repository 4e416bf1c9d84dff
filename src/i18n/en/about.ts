/** What this page is, what it keeps, and how it works without a network. Loaded with the About dialog. English is the source; German has the same keys, or does not compile. */
export const texts = {
  'about.title': 'About mitmap',
  'about.version': 'Version',
  'about.built': 'Built on',
  'about.license': 'License',
  'about.private': 'Nothing leaves this browser',
  'about.private.what':
    'Everything you import, draw and export is worked out on this page. No server takes part, and nothing is counted or reported.',
  'about.private.served': 'After it has loaded, the page requests nothing but its own parts.',
  'about.private.one-file': 'The page requests nothing at all.',
  'about.proof':
    'You need not take our word for it. This content security policy stands at the top of the page, and the browser enforces it for the page and for the worker that reads your files:',
  'about.proof.served':
    '“self” is the address this page came from. To see it for yourself, open the network tab of the developer tools (F12) and import a file: nothing is sent.',
  'about.proof.one-file':
    'It names no address on any network, and the checksums let only the code run that was built. To see it for yourself, disconnect the network: everything still works.',
  'about.proof.none':
    'This page comes from the development server, which sets no policy. Pages that were built have one.',
  'about.kept': 'What this browser keeps',
  'about.kept.where':
    'The page keeps the following in this browser’s local storage, so that you find your work again. It stays on this device, and everyone who uses this browser profile can read it.',
  'about.kept.one-file':
    'Some browsers let every page that is opened from disk read this storage. On a shared device, delete it when you are done.',
  'about.kept.name': 'Name',
  'about.kept.content': 'Content',
  'about.kept.now': 'Now',
  'about.kept.nothing': 'nothing',
  'about.kept.project': 'your present model: elements, settings with file and line, notes, arrangement',
  'about.kept.recent': 'models that you replaced with another one',
  'about.kept.locale': 'the language',
  'about.kept.theme': 'light or dark',
  'about.kept.letterKeys': 'whether single letters are shortcuts',
  'about.kept.panels': 'the widths of the list and of the details',
  'about.kept.tour': 'that the tour has been shown',
  'about.kept.deck': 'views that you saved for presenting',
  'about.kept.progress': 'what you have done in the lessons',
  'about.kept.draft': 'a lesson that you are writing',
  'about.kept.quiz': 'results of the quiz',
  'about.delete': 'Delete all of it',
  'about.delete.ask':
    'Delete your model and your preferences from this browser? What you see stays until you close the page. The next change is kept again.',
  'about.delete.yes': 'Delete',
  'about.delete.no': 'Cancel',
  'about.deleted': 'Deleted. This browser keeps nothing of this page any more.',
  'about.put-back': 'Put back',
  'about.offline': 'Without a network',
  'about.offline.served':
    'The whole of this page is also there as one file. Save it, take it to the room without a network, and open it with a double-click. It needs no server and no installation.',
  'about.offline.one-file':
    'This is the one file: everything is inside it, all languages included. Copy it to where you need it and open it with a double-click. It needs no server and no installation.',
  'about.copy.none': 'Not known yet whether this browser keeps a copy of the page.',
  'about.copy.kept': 'This browser keeps a copy of the page with all of its parts: it opens without a network, too.',
  'about.copy.insecure':
    'This browser keeps no copy of the page, because it came over plain HTTP. Serve it over HTTPS, or save the one file.',
  'about.copy.forbidden':
    'This browser keeps no copy of the page: it has no service workers, or forbids them here, as in some private windows. Save the one file instead.',
  'about.copy.incomplete':
    'This browser keeps no copy of the page, because some of its parts did not arrive as they were built. Reload the page to try again, or save the one file.',
  'about.look': 'Look for a new version',
  'about.look.asked': 'The server was asked. If it has a new version, the page offers it.',
  'about.look.failed': 'The server did not answer.',
  'about.offline.save': 'Save {{name}}',
  'about.others': 'Licenses',
  'about.others.what':
    'mitmap is free software under the Apache License 2.0. Open-source packages of others are built in, each under its own license.',
  'about.others.show': 'Licenses of the packages',
} as const;
