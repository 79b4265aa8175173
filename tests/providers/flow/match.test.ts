import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmedOrder } from '../../../lib/providers/flow/compare-order.ts';
import { matchOrder, type Verdict } from '../../../lib/providers/flow/match.ts';
import type { SeenSubmit } from '../../../lib/providers/flow/presses.ts';
import { modelOfKey } from '../../../lib/providers/flow/model-keys.ts';
import { readCalls, readReply } from '../../../lib/providers/flow/page/batch-execute.ts';
import { idsOnly } from '../../../lib/providers/flow/page/ids-only.ts';
import { readAnswer } from '../../../lib/providers/flow/page/shapes-answer.ts';
import { readSubmit } from '../../../lib/providers/flow/page/shapes-submit.ts';
import { form, id, listing, ODD_PROMPT, PROJECT, record, reply, request } from './wire.ts';

const DOCUMENT = id(900);
const order: ArmedOrder = {
  documentId: DOCUMENT,
  afterSeq: 10,
  projectId: PROJECT,
  mode: 'ingredients',
  model: 'omni-flash',
  aspect: '16:9',
  lengthS: 8,
  count: 1,
  prompt: ODD_PROMPT,
  references: [{ mediaId: id(9), workflowId: id(10) }],
};

interface Sent {
  readonly seq: number;
  readonly rpcid?: string;
  readonly name?: string;
  readonly asked?: Parameters<typeof request>[1];
  readonly at?: number;
  readonly document?: typeof DOCUMENT;
  readonly payload?: unknown;
}

function seen({ seq, rpcid = 'MZZa6b', name = rpcid, asked = {}, at, document, payload }: Sent): SeenSubmit {
  const own = { batch: id(1000 + seq), ids: [id(2000 + seq), id(3000 + seq)] as const };
  const [call] = readCalls(form(name, request(rpcid, { ...own, ...asked })));
  const submit = call === undefined ? null : readSubmit(call);
  if (call === undefined || submit === null) throw new Error('no order');
  const answer = payload === undefined ? null : readAnswer(call, readReply(reply(name, payload)), 200);
  return { documentId: document ?? DOCUMENT, seq, at: at ?? seq * 60_000, submit, answer };
}

/** What each press came to, in a line. */
function told(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.map((verdict) => {
    const rest = verdict.type === 'wrong' ? ` ${verdict.differs.toSorted().join()}` : '';
    return `${verdict.seqs.join('+')} ${verdict.type}${rest}`;
  });
}

describe('the armed order', () => {
  it('is the press that sends just what was ordered, found by its ids', () => {
    const payload = [null, 5, [listing(id(21), id(22), id(1011))], [record()]];
    expect(matchOrder(order, [seen({ seq: 11, payload })])).toEqual([
      {
        type: 'thisOrder',
        seqs: [11],
        ids: { clientIds: [id(1011), id(2011), id(3011)], media: [{ mediaId: id(21), workflowId: id(22) }] },
        missing: 0,
        untold: [],
      },
    ]);
  });

  it('is the same with other white space, and with a picture named by its other id', () => {
    const asked = { prompt: `  ${ODD_PROMPT.replaceAll('\n', '   ')}\u00a0`, references: [id(10)] };
    expect(told(matchOrder(order, [seen({ seq: 11, asked })]))).toEqual(['11 thisOrder']);
  });

  it('is still known by a report that kept ids only', () => {
    const report = { ...seen({ seq: 11 }), rpcid: 'MZZa6b', type: 'sent' as const };
    const slim = idsOnly(report);
    if (slim.type !== 'sent') throw new Error(slim.type);
    expect(told(matchOrder(order, [{ ...slim, answer: null }]))).toEqual(['11 thisOrder']);
    const other = matchOrder({ ...order, prompt: 'a fox' }, [{ ...slim, answer: null }]);
    expect(told(other)).toEqual(['11 wrong prompt']);
  });

  it('of two outputs is one press: as one request, as two with one id, as two without', () => {
    const two = { ...order, count: 2 };
    expect(matchOrder(two, [seen({ seq: 11, asked: { count: 2 } })])).toMatchObject([
      { seqs: [11], missing: 0 },
    ]);
    const shared = [11, 13].map((seq) => seen({ seq, asked: { batch: id(77) } }));
    expect(matchOrder(two, shared)).toMatchObject([{ type: 'thisOrder', seqs: [11, 13], missing: 0 }]);
    const apart = [11, 12].map((seq) => seen({ seq, at: seq }));
    expect(matchOrder(two, apart)).toMatchObject([{ type: 'thisOrder', seqs: [11, 12], missing: 0 }]);
    expect(matchOrder(two, apart.slice(0, 1))).toMatchObject([{ type: 'thisOrder', missing: 1 }]);
  });

  it('of images with no reference and no length is matched by what there is', () => {
    const image: ArmedOrder = {
      ...order,
      mode: 'image',
      model: 'nano-banana-2.1',
      lengthS: null,
      references: [],
      count: 4,
    };
    expect(told(matchOrder(image, [seen({ seq: 11, rpcid: 'ogiZ0b', asked: { count: 4 } })]))).toEqual([
      '11 thisOrder',
    ]);
  });

  it('says what the request did not tell', () => {
    const asked = { model: 'omni_2_turbo', aspect: 7 };
    expect(matchOrder(order, [seen({ seq: 11, asked })])).toMatchObject([
      { type: 'thisOrder', untold: ['model', 'aspect', 'lengthS'] },
    ]);
  });
});

describe('a press that is not as ordered', () => {
  it.each([
    [
      'references dropped, sent as text',
      { rpcid: 'YhhmEf', asked: { model: 'abra_t2v_8s' } },
      'mode,references',
    ],
    ['another model', { asked: { model: 'veo_3_1_r2v_fast' } }, 'model'],
    ['another shape', { asked: { aspect: 1 } }, 'aspect'],
    ['another length', { asked: { model: 'abra_r2v_4s' } }, 'lengthS'],
    ['more outputs', { asked: { count: 2 } }, 'count'],
    ['another picture', { asked: { references: [id(55)] } }, 'references'],
    ['a picture left over from the scene before', { asked: { references: [id(9), id(55)] } }, 'references'],
    ['other words', { asked: { prompt: 'a fox' } }, 'prompt'],
  ])('%s is said to be so', (_, sent, differs) => {
    expect(told(matchOrder(order, [seen({ seq: 11, ...sent })]))).toEqual([`11 wrong ${differs}`]);
  });

  it('of frames in the wrong order, or of one twice, is told', () => {
    const frames = [id(9), id(11)].map((mediaId) => ({ mediaId, workflowId: null }));
    const both: ArmedOrder = { ...order, mode: 'startEnd', references: frames };
    const of = (...references: string[]) =>
      told(matchOrder(both, [seen({ seq: 11, rpcid: 'nprQif', asked: { references } })]));
    expect(of(id(9), id(11))).toEqual(['11 thisOrder']);
    expect(of(id(11), id(9))).toEqual(['11 wrong references']);
    expect(of(id(9), id(9))).toEqual(['11 wrong references']);
    expect(of(id(9))).toEqual(['11 wrong references']);
  });

  it('does not use the order up: the next press may be it', () => {
    const sent = [seen({ seq: 11, asked: { aspect: 1 } }), seen({ seq: 12 })];
    expect(told(matchOrder(order, sent))).toEqual(['11 wrong aspect', '12 thisOrder']);
  });

  it('of one id is one press though its outputs are too many', () => {
    const shared = [11, 12].map((seq) => seen({ seq, asked: { batch: id(77) } }));
    expect(told(matchOrder(order, shared))).toEqual(['11+12 wrong count']);
  });
});

describe('other presses', () => {
  it('on the same unchanged composer are the scene’s too', () => {
    const sent = [11, 12, 13].map((seq) => seen({ seq }));
    expect(told(matchOrder(order, sent))).toEqual(['11 thisOrder', '12 secondPress', '13 secondPress']);
    const two = [11, 12, 14, 15].map((seq) => seen({ seq, at: seq < 13 ? 0 : 9_000 }));
    expect(told(matchOrder({ ...order, count: 2 }, two))).toEqual(['11+12 thisOrder', '14+15 secondPress']);
  });

  it('with one output each are two presses, not one of two outputs', () => {
    const sent = [11, 12].map((seq) => seen({ seq }));
    expect(matchOrder({ ...order, count: 2 }, sent)).toMatchObject([
      { type: 'thisOrder', missing: 1 },
      { type: 'secondPress', missing: 1 },
    ]);
  });

  it('are the user’s own: other words and more, another project, after the order went out', () => {
    const asked = { prompt: 'my own', aspect: 1 };
    const own = [
      seen({ seq: 11, asked }),
      seen({ seq: 12 }),
      seen({ seq: 13, asked: { prompt: 'another' } }),
      seen({ seq: 14, asked: { aspect: 1 } }),
    ];
    expect(told(matchOrder(order, own))).toEqual([
      '11 stranger',
      '12 thisOrder',
      '13 stranger',
      '14 stranger',
    ]);
    expect(told(matchOrder({ ...order, projectId: id(66) }, [seen({ seq: 11 })]))).toEqual(['11 stranger']);
  });

  it('of another document, from before, to upload or to enlarge are not looked at', () => {
    const others = [
      seen({ seq: 11, document: id(901) }),
      seen({ seq: 10 }),
      seen({ seq: 12, rpcid: 'maseQ' }),
      seen({ seq: 13, rpcid: 'SPrCad' }),
    ];
    expect(matchOrder(order, others)).toEqual([]);
    expect(matchOrder(order, [])).toEqual([]);
  });

  it('that cannot be read are asked about, never guessed', () => {
    const ids = { clientIds: [id(1011), id(2011), id(3011)], media: [] };
    expect(matchOrder(order, [seen({ seq: 11, name: 'Xy12Zz' })])).toEqual([
      { type: 'unsure', seqs: [11], ids },
    ]);
    const wordless = seen({ seq: 11 });
    if (!('items' in wordless.submit)) throw new Error('no items');
    const items = wordless.submit.items.map((item) => ({ ...item, prompt: null }));
    const submit = { ...wordless.submit, items };
    expect(told(matchOrder(order, [{ ...wordless, submit }]))).toEqual(['11 unsure']);
    expect(told(matchOrder({ ...order, prompt: ' ' }, [{ ...wordless, submit }]))).toEqual(['11 thisOrder']);
  });
});

describe('two scenes one after the other, with the same prompt or not', () => {
  const deed = fc.constantFrom('press', 'press', 'arm', 'foreign', 'otherTab', 'unknown');
  const scene = fc.record({
    prompt: fc.constantFrom('a fox', 'a hare'),
    count: fc.integer({ min: 1, max: 4 }),
  });
  const split = fc.constantFrom('one', 'shared', 'apart');

  it('[L1] no press is ever two scenes’, and each of ours is the scene’s that was armed', () => {
    fc.assert(
      fc.property(
        fc.array(scene, { minLength: 1, maxLength: 5 }),
        fc.array(deed),
        split,
        (scenes, deeds, way) => {
          const { sent, orders } = play(scenes, deeds, way);
          const owners = new Map<number, number>();
          orders.forEach(({ armed, until, expected }, at) => {
            // What the next order is armed after is not this one's any more.
            const mine = sent.filter(({ seq }) => seq <= until);
            const verdicts = matchOrder(armed, mine);
            expect(told(verdicts)).toEqual(expected);
            const ours = verdicts.filter(({ type }) => type === 'thisOrder' || type === 'secondPress');
            for (const seq of ours.flatMap(({ seqs }) => seqs)) {
              expect(owners.get(seq) ?? at).toBe(at);
              owners.set(seq, at);
            }
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of any reports at all there is a verdict for each, and none twice', () => {
    const any = fc.record({
      seq: fc.integer({ min: 1, max: 40 }),
      rpcid: fc.constantFrom('ogiZ0b', 'YhhmEf', 'eb1hJf', 'nprQif', 'MZZa6b', 'fZytfe', 'maseQ'),
      name: fc.constantFrom('MZZa6b', 'YhhmEf', 'Xy12Zz'),
      asked: fc.record({
        prompt: fc.constantFrom(ODD_PROMPT, 'a fox', ''),
        aspect: fc.integer({ min: 1, max: 6 }),
        count: fc.integer({ min: 0, max: 5 }),
        batch: fc.constantFrom<string>(id(70), id(71), 'x'),
      }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(any, { selector: ({ seq }) => seq }),
        fc.integer({ min: 1, max: 4 }),
        (all, count) => {
          const sent = all.map((one) => seen({ ...one, at: one.seq }));
          const verdicts = matchOrder({ ...order, count }, sent);
          const seqs = verdicts.flatMap((verdict) => verdict.seqs);
          expect(new Set(seqs).size).toBe(seqs.length);
          expect(verdicts.filter(({ type }) => type === 'thisOrder').length).toBeLessThanOrEqual(1);
          expect(matchOrder({ ...order, count }, sent.toReversed())).toEqual(verdicts);
        },
      ),
    );
  });
});

interface Played {
  readonly armed: ArmedOrder;
  readonly expected: string[];
  until: number;
}

/** A user with a queue of scenes: presses, presses again, makes things of his own, in two tabs. */
function play(
  scenes: readonly { readonly prompt: string; readonly count: number }[],
  deeds: readonly string[],
  way: 'one' | 'shared' | 'apart',
): { readonly sent: readonly SeenSubmit[]; readonly orders: readonly Played[] } {
  const sent: SeenSubmit[] = [];
  const orders: Played[] = [];
  let [seq, isOut] = [0, false];
  const arm = (): void => {
    const next = scenes[orders.length];
    if (next === undefined) return;
    isOut = false;
    orders.push({ armed: { ...order, ...next, afterSeq: seq }, expected: [], until: seq });
  };
  const send = (asked: Sent['asked'], more: Partial<Sent> = {}): number => {
    sent.push(seen({ seq: ++seq, asked: { ...asked }, ...more }));
    const now = orders.at(-1);
    if (now !== undefined) now.until = seq;
    return seq;
  };
  const press = ({ armed, expected }: Played): void => {
    const at = seq * 60_000;
    const batch = way === 'shared' ? { batch: id(5000 + seq) } : {};
    const times = way === 'one' ? 1 : armed.count;
    const asked = { prompt: armed.prompt, count: way === 'one' ? armed.count : 1, ...batch };
    const seqs = Array.from({ length: times }, (_, nth) => send(asked, { at: at + nth }));
    expected.push(`${seqs.join('+')} ${isOut ? 'secondPress' : 'thisOrder'}`);
    isOut = true;
  };
  arm();
  for (const deed of deeds) {
    const now = orders.at(-1);
    if (now === undefined) break;
    if (deed === 'press') press(now);
    else if (deed === 'arm') arm();
    else if (deed === 'foreign') now.expected.push(`${send({ prompt: 'mine', aspect: 1 })} stranger`);
    else if (deed === 'otherTab') send({ prompt: now.armed.prompt }, { document: id(901) });
    else now.expected.push(`${send({}, { name: 'Xy12Zz' })} unsure`);
  }
  return { sent, orders };
}

describe('a model’s key', () => {
  it.each([
    ['abra_t2v_6s', 'omni-flash'],
    ['abra_r2v_4s_360p', 'omni-flash'],
    ['omni_flash_i2v_8s_first_last', 'omni-flash'],
    ['veo_3_1_t2v_lite', 'veo-3.1-lite'],
    ['veo_3_1_t2v_lite_4s', 'veo-3.1-lite'],
    ['veo_3_1_interpolation_lite_low_priority', 'veo-3.1-lite-low'],
    ['veo_3_1_t2v_lite_6s_low_priority', 'veo-3.1-lite-low'],
    ['veo_3_1_i2v_s_fast_portrait_fl', 'veo-3.1-fast'],
    ['veo_3_1_r2v_fast_landscape_ultra_relaxed', 'veo-3.1-fast'],
    ['veo_3_1_t2v', 'veo-3.1-quality'],
    ['veo_3_1_i2v_s_portrait', 'veo-3.1-quality'],
    ['BELUGA', 'nano-banana-2.1'],
    ['NARWHAL', 'nano-banana-2'],
    ['HARBOR_SEAL', 'nano-banana-2-lite'],
    ['GEM_PIX_2', 'nano-banana-pro'],
    ['GEM_PIX', null],
    ['veo_4_t2v', null],
    ['abracadabra', null],
  ])('%s names %s', (key, model) => {
    expect(modelOfKey(key)).toBe(model);
  });
});
