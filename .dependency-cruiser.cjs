const { layers, packages } = require('./.ci/layers.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
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
