/** The glossary and the tour. Loaded when needed. */
export const texts = {
  'glossary.title': 'Glossary',
  'glossary.lead':
    'The words of TLS, Kubernetes and this map. In texts they have a dotted line below: point at one, or go to it with Tab, and it says what it means.',
  'glossary.search': 'Search in English, German and the explanations',
  'glossary.count': '{{count}} of {{all}} terms',
  'glossary.none': 'No term fits. Try a shorter word.',
  'glossary.see': 'See also',
  'glossary.source': 'Read more in: {{source}}',
  'glossary.link': 'Link to “{{word}}”',
  'tour.title': 'A look around',
  'tour.step': '{{step}} of {{count}}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.end': 'No thanks',
  'tour.done': 'Done',
  'tour.toolbar.title': 'The toolbar',
  'tour.toolbar.text': 'At the top you choose a cluster, read in the files of your own, and save pictures and reports.',
  'tour.picture.title': 'The picture',
  'tour.picture.text':
    'The control plane (master) is above, the nodes are below, and networks lie between. Each line is a connection; its number is that of the path.',
  'tour.legend.title': 'The legend',
  'tour.legend.text':
    'Shape and color of the badge say how a path is protected. Choose a class in the legend to see only its paths.',
  'tour.details.title': 'The details',
  'tour.details.text':
    'Click a path or a box. Beside the picture you then read what flows, what an attacker can do, how we know, and what closes it.',
  'tour.learn.title': 'Learning',
  'tour.learn.text':
    'Lessons, a quiz and the glossary are behind the cap in the toolbar and in the search (Ctrl+K). Help (?) brings this tour back.',
} as const;
