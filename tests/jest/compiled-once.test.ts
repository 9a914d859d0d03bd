import vm from 'node:vm';

const { compiledOnce } = require('./compiled-once.cjs');

interface Compiler {
  compile(source: string, parameters: readonly string[], options?: vm.CompileFunctionOptions): Loaded;
  keep(): void;
}
type Loaded = (...given: readonly unknown[]) => unknown;

const FILE = '/project/node_modules/adder/index.js';
const dynamic = () => Promise.reject(new Error('no imports'));

describe('modules that are compiled once', () => {
  let compiler: Compiler;
  /** The sources that were handed on to be compiled as they would be without. */
  let handedOn: string[];
  let made: { readonly script: vm.Script; readonly hadData: boolean }[];
  beforeEach(() => {
    handedOn = [];
    made = [];
    class Script extends vm.Script {
      constructor(source: string, options: vm.ScriptOptions) {
        super(source, options);
        made.push({ script: this, hadData: options.cachedData !== undefined });
      }
    }
    const compileFunction = (source: string, ...rest: [readonly string[], vm.CompileFunctionOptions]) => {
      handedOn.push(source);
      return vm.compileFunction(source, ...rest);
    };
    compiler = compiledOnce({ compileFunction, Script });
  });

  const loaded = (source: string): Loaded =>
    compiler.compile(source, ['module', 'given'], {
      ...{ filename: FILE, parsingContext: globalThis },
      importModuleDynamically: dynamic as never,
    });

  it('run for each file, with what they are given, the first time and from then on', () => {
    const source = 'module.loads = (module.loads ?? 0) + 1; return () => [module.loads, given];';
    for (const given of ['first', 'second', 'third']) {
      expect((loaded(source)({}, given) as Loaded)()).toEqual([1, given]);
      compiler.keep();
    }
    expect(handedOn).toEqual([]);
  });

  it('take what was kept of them, with the functions that ran', () => {
    const load = () => (loaded('return function add() { return given + 1; }')({}, 1) as Loaded)();
    expect(load()).toBe(2);
    compiler.keep();
    expect(load()).toBe(2);
    expect(made.map(({ hadData, script }) => [hadData, script.cachedDataRejected])).toEqual([
      [false, undefined],
      [true, false],
    ]);
  });

  it('are compiled again when they have changed, be it by as many letters', () => {
    for (const number of [1, 2, 1, 3]) {
      expect(loaded(`return ${number};`)({})).toBe(number);
      compiler.keep();
    }
  });

  it('say of an error the line and the column where it is', () => {
    const placeOf = (load: () => unknown): string => {
      try {
        load();
        return 'none';
      } catch (error) {
        return /index\.js:\d+(:\d+)?/.exec(String((error as Error).stack))?.[0] ?? 'nowhere';
      }
    };
    for (const source of ['  throw new Error("one");', '\n\n    throw new Error("two");']) {
      const places = [1, 2].map(() => {
        const place = placeOf(() => loaded(source)({}));
        compiler.keep();
        return place;
      });
      const plain = vm.compileFunction(source, ['module', 'given'], { filename: FILE });
      const expected = placeOf(() => plain({}));
      expect(expected).toMatch(/:\d+:\d+$/);
      expect(places).toEqual([expected, expected]);
    }
    expect(placeOf(() => loaded('return (;'))).toBe('index.js:1');
  });

  it('may end with a comment', () => {
    expect(loaded('return given; // as it is')({}, 5)).toBe(5);
  });

  it.each([
    ['a test itself', { filename: '/project/a.test.ts', parsingContext: globalThis }],
    ['what is compiled for another context', { filename: FILE, parsingContext: vm.createContext({}) }],
    ['what is compiled for no context', { filename: FILE }],
    ['what has no name', undefined],
  ])('are not %s', (_, options) => {
    const whole = options && { ...options, importModuleDynamically: dynamic as never };
    expect(compiler.compile('return given;', ['given'], whole)(7)).toBe(7);
    expect(handedOn).toEqual(['return given;']);
  });
});
