const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

// Read as text: this file must run before anything is built.
const layersFile = readFileSync(join(__dirname, 'apps/api/src/layers.ts'), 'utf8');
const layers = layersFile.match(/\['[^\]]*\]/g).map((row) => row.match(/[\w-]+/g));

const spec = String.raw`\.spec\.tsx?$`;
const features = '^apps/(?:api/src|web/app)/features';

/** Each project, and the projects that its project.json lets it import. */
const projects = ['apps', 'libs'].flatMap((kind) =>
  readdirSync(join(__dirname, kind)).map((name) => {
    const file = join(__dirname, kind, name, 'project.json');
    return {
      name,
      folder: `${kind}/${name}`,
      allowed: JSON.parse(readFileSync(file, 'utf8')).implicitDependencies,
    };
  }),
);

const directions = projects.map(({ name, folder, allowed }) => ({
  name: `direction of ${name}`,
  comment: `${name} may import ${allowed.join(', ') || 'no other project'}. Pass what it needs in, or move it down.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(apps|libs)/', pathNot: `^(apps|libs)/(${[name, ...allowed].join('|')})/` },
}));

/** The packages that a library may ship with. */
const packages = {
  contracts: ['zod'],
  domain: ['@noble/hashes'],
  i18n: [],
  ui: ['react', 'react-dom', 'lucide', '@types/react'],
};

const purity = Object.entries(packages).map(([name, allowed]) => ({
  name: `purity of ${name}`,
  comment: `${name} ships with ${allowed.join(', ') || 'no package'} and nothing of Node: it also runs in the browser.`,
  severity: 'error',
  from: { path: `^libs/${name}/`, pathNot: [spec, '/testing/'] },
  to: {
    dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
    pathNot: allowed.map((each) => `node_modules/${each}/`),
  },
}));

const layering = layers.flatMap((row, level) =>
  row.map((feature) => {
    const closed = layers
      .slice(level)
      .flat()
      .filter((other) => other !== feature);
    return {
      name: `layer of ${feature}`,
      comment: `${feature} may import features of lower layers only (apps/api/src/layers.ts); higher ones hear of its facts through jobs and events.`,
      severity: 'error',
      from: { path: `${features}/${feature}/`, pathNot: spec },
      to: { path: `${features}/(${closed.join('|') || 'none'})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...directions,
    ...purity,
    ...layering,
    {
      name: 'feature without a layer',
      comment: 'Name the feature in apps/api/src/layers.ts: its place says what it may import.',
      severity: 'error',
      from: { path: `${features}/(?!(${layers.flat().join('|')})/)` },
      to: {},
    },
    {
      name: 'platform knows no feature',
      comment:
        'The platform serves every feature alike. Let the feature register itself, or move the code to it.',
      severity: 'error',
      from: { path: '^apps/(api/src/platform|web/app/shared)/', pathNot: spec },
      to: { path: `${features}/` },
    },
    {
      name: 'front door',
      comment: 'Import a library by its name, @zbor/…: only its src/index.ts is public.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: spec },
      to: { path: '^libs/', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$', '\\.(css|json)$'] },
    },
    {
      name: 'front door for specs',
      comment: 'Besides its src/index.ts, specs may import only what a library has for specs, in testing/.',
      severity: 'error',
      from: { path: `^(apps|libs)/([^/]+)/.*${spec}` },
      to: {
        path: '^libs/',
        pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$', '\\.(css|json)$', '/testing/'],
      },
    },
    {
      name: 'entities stand alone',
      comment: 'Use `import type` and a string target for a relation: entities import no entity at run time.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no cycle',
      comment: 'Two files that need each other are one, or share a third: extract what both need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shipped with what it needs',
      comment: 'Code that ships may not import a development dependency: it is missing in production.',
      severity: 'error',
      from: {
        path: '^(apps/api/src|apps/web/app|libs)/',
        pathNot: [spec, '/testing/', '^apps/web/app/routes\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing stays behind',
      comment:
        'What specs and journeys share may stand on development dependencies: nothing that ships imports it.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, '/testing/', '^apps/e2e/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'no dead import',
      comment: 'Nothing is found under this name: correct it, or declare the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\+types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.react-router|results)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
