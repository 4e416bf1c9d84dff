/** Layers and what each may import; src/README.md says why. Test files may import anything but other layers' tests. */
const layers = {
  domain: [],
  geometry: [],
  catalogue: ['domain'],
  analysis: ['domain', 'catalogue'],
  scenarios: ['domain'],
  importers: ['domain', 'catalogue'],
  project: ['domain'],
  remedies: ['domain', 'catalogue', 'analysis'],
  attack: ['domain', 'catalogue', 'analysis'],
  grouping: ['domain', 'catalogue', 'analysis'],
  layout: ['domain', 'analysis', 'grouping', 'geometry'],
  scene: ['domain', 'analysis', 'grouping', 'layout', 'geometry'],
  i18n: ['domain', 'analysis', 'scene'],
  export: ['domain', 'catalogue', 'analysis', 'grouping', 'layout', 'geometry', 'scene', 'i18n', 'remedies', 'project'],
  state: [
    'domain',
    'catalogue',
    'analysis',
    'grouping',
    'layout',
    'geometry',
    'scene',
    'i18n',
    'importers',
    'scenarios',
    'project',
    'export',
  ],
  cli: ['domain', 'catalogue', 'analysis', 'i18n', 'importers', 'scenarios', 'export'],
  testing: ['domain', 'geometry', 'layout', 'scene', 'scenarios'],
  views: [
    'domain',
    'catalogue',
    'analysis',
    'attack',
    'remedies',
    'scene',
    'export',
    'project',
    'scenarios',
    'i18n',
    'state',
    'importers',
  ],
};

/** Packages that only some layers may use. */
const packages = {
  react: ['views', 'main.tsx'],
  'react-dom': ['main.tsx'],
  d3: ['views/diagram'],
  zustand: ['state', 'views'],
  zundo: ['state'],
  yaml: ['importers'],
  zod: ['project'],
  i18next: ['i18n'],
  cac: ['cli'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layer-${layer}`,
      severity: 'error',
      from: { path: `^src/${layer}/`, pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/|[.]css$` },
    })),
    ...Object.entries(packages).map(([name, users]) => ({
      name: `package-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${users.join('|')})|[.]test[.]tsx?$` },
      to: { path: `^node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
