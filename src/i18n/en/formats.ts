/** The data formats: the page that offers them, and the words that they hold. Loaded when needed. */
export const texts = {
  'formats.title': 'Data',
  'formats.lead': 'The same analysis for other tools. The file is written here, in this window; nothing is sent.',
  'formats.format': 'Format',
  'formats.for.json':
    'Everything that the analysis says, for scripts and pipelines; the format is described in the README.',
  'formats.for.csv': 'The table of paths, one line for each; opens in any spreadsheet.',
  'formats.for.sarif':
    'One finding for each exposed connection, for code scanning and SARIF viewers. Checked against the schema of SARIF 2.1.0, and that each finding names a file, as GitHub asks for.',
  'formats.for.mermaid': 'A flowchart as text; GitHub, GitLab, wikis and many editors draw it in a Markdown page.',
  'formats.for.d2': 'A diagram as text for D2, which arranges it anew and draws it as SVG, PNG or PDF.',
  'formats.for.drawio': 'Boxes and lines where they are here, to be drawn on in draw.io (diagrams.net).',
  'formats.for.threat-dragon':
    'A threat model with a data-flow diagram and STRIDE threats; opens in OWASP Threat Dragon 2.',
  'formats.for.otm': 'A threat model in an open format; IriusRisk and OWASP Threat Dragon import it.',
  'formats.without.json':
    'Not in it: notes and where boxes stand. What was accepted or put out of scope is marked, with its reason.',
  'formats.without.csv':
    'Not in it: settings, what decided, remedies and notes. What was accepted or put out of scope is marked, with its reason.',
  'formats.without.sarif':
    'Not in it: protected connections, and those that stay on the machine. Accepted risks are marked as suppressed.',
  'formats.without.mermaid':
    'Not in it: reasons, remedies, notes and the places of boxes. What was accepted or put out of scope is marked. Equal nodes are one box, and lines of one class between the same boxes are one line.',
  'formats.without.d2':
    'Not in it: reasons, remedies, notes and the places of boxes. What was accepted or put out of scope is marked. Equal nodes are one box, and lines of one class between the same boxes are one line.',
  'formats.without.drawio':
    'Not in it: badges, reasons, remedies and notes. What a line is stands in its tooltip, with what was decided about it.',
  'formats.without.threat-dragon':
    'Not in it: paths that are documented and not configured. Equal nodes are one element; severities follow from what an attacker gains for the cluster, and from the trust in the network.',
  'formats.without.otm':
    'Not in it: paths that are documented and not configured. Equal nodes are one component; impact follows from what an attacker gains for the cluster, likelihood from the trust in the network.',
  'formats.paths': 'Paths',
  'formats.paths-all': 'The JSON always has all paths: tools rely on it.',
  'formats.preview': 'Beginning of {{name}}',
  'formats.lines-more': 'and {{count}} more lines',
  'formats.size': '{{name}}, {{size}} kB',
  'formats.save': 'Save',
  'formats.copy': 'Copy',
  'formats.copied': 'Copied',
  'formats.lines-missing': '{{count}} protected lines left out',
  'formats.closed-by': 'Closed by',
  'formats.eased-by': 'Nothing closes it alone. Together with other steps',
  'formats.by-request':
    'Who may make such requests is a matter of rights: give them to few, and check those calls by other means.',
  'formats.or': 'Or',
  'formats.at-stake': 'At stake',
  'formats.decided-by': 'Decided by',
  'formats.project-file':
    'Stands for the model, which was drawn and not read from files: save its project file under this name.',
  'column.id': 'Id',
  'column.decision': 'Decision',
  'column.reason': 'Reason of the decision',
} as const;
