import { describe, expect, it } from 'vitest';
import { readReply } from './framing.ts';

const row = [
  'wrb.fr',
  'YhhmEf',
  JSON.stringify([null, 1040, 'con cáo [đỏ] "🦊"']),
  null,
  null,
  null,
  'generic',
];
const rest = [
  ['di', 276],
  ['af.httprm', 276, '-4723', 39],
];
const framed = (rows: unknown): string => `)]}'\n\n7\n${JSON.stringify(rows)}\n25\n[["e",4,null,null,163]]\n`;

describe('replies', () => {
  it('are read whatever the lengths between the chunks say', () => {
    expect(readReply(200, framed([row, ...rest]), 'YhhmEf')).toEqual({
      type: 'ok',
      payload: [null, 1040, 'con cáo [đỏ] "🦊"'],
    });
  });

  it.each([
    [
      'a name',
      ['type.googleapis.com/google.rpc.ErrorInfo', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']],
      'PUBLIC_ERROR_UNUSUAL_ACTIVITY',
    ],
    ['a number', ['type.googleapis.com/…PublicAitkError', [49]], '49'],
    [
      'protobuf',
      ['type.googleapis.com/google.rpc.ErrorInfo', btoa('\n\u001dPUBLIC_ERROR_UNUSUAL_ACTIVITY')],
      'PUBLIC_ERROR_UNUSUAL_ACTIVITY',
    ],
  ])('name their refusal by %s', (_, detail, reason) => {
    const refused = ['wrb.fr', 'MZZa6b', null, null, null, [7, 'words', [detail]], 'generic'];
    expect(readReply(200, framed([refused]), 'MZZa6b')).toEqual({ type: 'refused', code: 7, reason });
  });

  it('are short where the service says nothing but a code', () => {
    const refused = ['wrb.fr', 'MZZa6b', null, null, null, [13], 'generic'];
    expect(readReply(200, framed([refused]), 'MZZa6b')).toEqual({ type: 'refused', code: 13, reason: null });
  });

  it('are lost where a page came, nothing came, or another call was answered', () => {
    expect(readReply(400, '<html>', 'YhhmEf')).toEqual({ type: 'lost', status: 400 });
    expect(readReply(200, '<!doctype html><title>[x]</title>', 'YhhmEf')).toMatchObject({ type: 'lost' });
    expect(readReply(0, '', 'YhhmEf')).toMatchObject({ type: 'lost' });
    expect(readReply(200, framed([row]), 'MZZa6b')).toMatchObject({ type: 'lost' });
  });
});
