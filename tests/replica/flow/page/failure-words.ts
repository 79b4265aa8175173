import type { Locale } from '../switches.ts';
import { inLocale, type WordRow } from './word-row.ts';

/** English as captured, with its typographic apostrophe; the others are translated in the same manner. */
const ROWS = {
  people: [
    'This prompt might violate our policies about generating prominent people.',
    'Câu lệnh này có thể vi phạm chính sách của chúng tôi về việc tạo hình ảnh người nổi tiếng.',
    '이 프롬프트는 유명 인물 생성에 관한 정책을 위반할 수 있습니다.',
    'Es posible que esta petición infrinja nuestras políticas sobre personas destacadas.',
    'Este comando pode violar nossas políticas sobre pessoas famosas.',
  ],
  harmful: [
    'This prompt may violate our policies on harmful content. Please try a different prompt.',
    'Câu lệnh này có thể vi phạm chính sách của chúng tôi về nội dung gây hại.',
    '이 프롬프트는 유해한 콘텐츠에 관한 정책을 위반할 수 있습니다.',
    'Es posible que esta petición infrinja nuestras políticas sobre contenido dañino.',
    'Este comando pode violar nossas políticas sobre conteúdo nocivo.',
  ],
  thirdParty: [
    'I can’t generate the video you requested right now due to interests of third-party content providers',
    'Tôi không thể tạo video bạn yêu cầu vì quyền lợi của bên cung cấp nội dung thứ ba',
    '제3자 콘텐츠 제공업체의 이해관계로 인해 요청하신 동영상을 생성할 수 없습니다',
    'No puedo generar el vídeo por los intereses de proveedores de contenido externos',
    'Não posso gerar o vídeo devido a interesses de provedores de conteúdo terceiros',
  ],
  unusual: [
    'We noticed some unusual activity. Please visit the Help Center for more information.',
    'Chúng tôi nhận thấy một số hoạt động bất thường. Vui lòng truy cập Trung tâm trợ giúp.',
    '비정상적인 활동이 감지되었습니다. 고객센터를 방문해 주세요.',
    'Hemos detectado actividad inusual. Visita el Centro de Ayuda.',
    'Percebemos uma atividade incomum. Acesse a Central de Ajuda.',
  ],
  tooMuch: [
    'We noticed some unusual activity. Please wait a few moments before retrying.',
    'Chúng tôi nhận thấy một số hoạt động bất thường. Vui lòng đợi vài phút rồi thử lại.',
    '비정상적인 활동이 감지되었습니다. 잠시 후 다시 시도해 주세요.',
    'Hemos detectado actividad inusual. Espera unos instantes antes de volver a intentarlo.',
    'Percebemos uma atividade incomum. Aguarde alguns instantes antes de tentar novamente.',
  ],
  quota: [
    'You have reached your daily limit for this model.',
    'Bạn đã đạt giới hạn hằng ngày của mô hình này.',
    '이 모델의 일일 한도에 도달했습니다.',
    'Has alcanzado el límite diario de este modelo.',
    'Você atingiu o limite diário deste modelo.',
  ],
  generic: [
    'Sorry, this video failed to generate.',
    'Rất tiếc, không tạo được video này.',
    '죄송합니다. 이 동영상을 생성하지 못했습니다.',
    'No se ha podido generar este vídeo.',
    'Não foi possível gerar este vídeo.',
  ],
} as const satisfies Readonly<Record<string, WordRow>>;

type Failure = keyof typeof ROWS;

const BY_CODE: ReadonlyArray<readonly [failure: Failure, codes: readonly number[]]> = [
  ['people', [12, 19, 24]],
  ['harmful', [1, 8, 14, 15, 16, 17, 18, 20, 21, 22, 23, 25, 33, 43, 53, 61, 63, 68]],
  ['thirdParty', [41, 47]],
  ['unusual', [49]],
  ['tooMuch', [50, 3, 51]],
  ['quota', [2, 32, 34, 48, 70, 71]],
];

const BY_NAME: ReadonlyArray<readonly [part: string, failure: Failure]> = [
  ['UNUSUAL_ACTIVITY_TOO_MUCH', 'tooMuch'],
  ['UNUSUAL_ACTIVITY', 'unusual'],
  ['PROMINENT_PEOPLE', 'people'],
  ['IP_INPUT', 'thirdParty'],
  ['OUTPUT_IP', 'thirdParty'],
  ['QUOTA', 'quota'],
  ['THROTTLED', 'tooMuch'],
  ['CONCURRENT', 'tooMuch'],
  ['GENERATION_TIMED_OUT', 'generic'],
  ['UNSAFE', 'harmful'],
  ['FILTER', 'harmful'],
  ['SEXUAL', 'harmful'],
  ['MINOR', 'harmful'],
];

function failureOf(reason: string | number | null): Failure {
  if (reason === null) return 'generic';
  const code = Number(reason);
  if (!Number.isNaN(code)) return BY_CODE.find(([, codes]) => codes.includes(code))?.[0] ?? 'generic';
  return BY_NAME.find(([part]) => String(reason).includes(part))?.[1] ?? 'generic';
}

/** What an error tile says about a reason: a name, a number of the enum, or nothing known. */
export function failureWords(reason: string | number | null, locale: Locale): string {
  return inLocale(ROWS[failureOf(reason)], locale);
}
