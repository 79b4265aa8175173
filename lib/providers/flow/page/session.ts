import type { Fault } from '../../../domain/fault.ts';
import type { FlowHelp, FlowOffers, FlowPageOrder, FlowPrepared } from '../../../domain/flow-page.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { askForAddress } from './follow-page.ts';
import { untilTrue, type FlowPage } from './flow-page.ts';
import { closeDialog, leaveAgent } from './free-help.ts';
import { showMark, type MarkWords } from './mark.ts';
import type { Composer } from './page-state.ts';
import { prepare, type PageOrder, type Prepared } from './prepare.ts';
import type { Stop } from './stop.ts';
import { watchComposer } from './watch-composer.ts';
import { readOffers } from './read-offers.ts';
import { readComposer } from './read-composer.ts';
import type { ChangeReport } from './report.ts';
import type { PicturePorts } from './upload-picture.ts';
import { unreadPress } from './unread-press.ts';
import type { OrderPicture } from './write-pictures.ts';
import type { Traffic } from './own-traffic.ts';

interface Ready {
  readonly composer: Composer;
  readonly ended: AbortController;
  isUnread: boolean;
}

/** What the driver does in one document of Flow for the background, until its signal ends it. */
export interface Session {
  takePicture(name: string, file: File): void;
  prepare(order: FlowPageOrder, words: MarkWords): Promise<Result<FlowPrepared, Fault>>;
  /** Takes over an order that an earlier script of the same document has made ready: its mark is shown again. */
  standAgain(words: MarkWords): void;
  isReady(documentId: string): boolean;
  /** Whether something went out here that nobody could read: this document cannot say any more what it has sent. */
  hasSentUnread(): boolean;
  release(): void;
  askForAddress(mediaId: string): Promise<boolean>;
  help(help: FlowHelp): Promise<Result<null, Fault>>;
  /** Reads what the page offers; not while an order stands ready, or is about to. */
  offers(): Promise<Result<FlowOffers, Fault>>;
}

/** An upload takes 1 to 10 s, and longer where much is going on. */
const UPLOAD_MS = 45_000;

/** What a session needs from outside the page. */
export interface SessionPorts {
  readonly page: FlowPage;
  readonly traffic: Traffic;
  readonly drop: PicturePorts['drop'];
  /** Told when Start seems to have been pressed and nothing that could be read went out. */
  readonly unread: () => void;
  /** Told what the composer holds once a hand has changed what stands ready. */
  readonly changed: (report: ChangeReport) => void;
}

/** Opens the session of a document. One order is ready at a time; preparing another lets go of the one before. */
export function openSession({ page, traffic, drop, unread, changed }: SessionPorts): Session {
  const pictures = new Map<string, File>();
  let ready: Ready | null = null;
  let underWay: AbortController | null = null;
  let hasSentUnread = false;
  /** One at a time: two who look through the same grid scroll each other past what they look for. */
  let asking: Promise<unknown> = Promise.resolve();

  const release = (): void => {
    underWay?.abort();
    ready?.ended.abort();
    underWay = null;
    ready = null;
  };
  const pictureOf = ({ name }: { readonly name: string }): OrderPicture => {
    const bytes = pictures.get(name);
    const own = nameHere(name, traffic.documentId());
    // What the user has given the page by hand has the name under which the panel shows it.
    const known = [own, name].find((each) => traffic.idsOf(each).length > 0);
    const called = known ?? (bytes === undefined ? name : own);
    const file = bytes === undefined ? null : new File([bytes], called, { type: bytes.type });
    return { name: called, ids: traffic.idsOf(called), file };
  };
  /** The user may have agreed to an upload that an earlier try began. */
  const untilUploaded = async (order: FlowPageOrder): Promise<void> => {
    const all = [order.start, order.end, ...order.ingredients].filter((each) => each !== null);
    const names = all.map(({ name }) => nameHere(name, traffic.documentId()));
    await untilTrue(page, () => !names.some((name) => traffic.isUploading(name)), UPLOAD_MS);
  };

  const stand = (composer: Composer, ended: AbortController, words: MarkWords): void => {
    const own: Ready = { composer, ended, isUnread: false };
    ready = own;
    const signal = AbortSignal.any([page.signal, ended.signal]);
    void unreadPress({ ...page, signal }, composer, traffic).then((isUnread) => {
      own.isUnread = isUnread;
      hasSentUnread ||= isUnread;
      if (isUnread) unread();
    });
    watchComposer({ ...page, signal }, composer, ({ prompt, price, summary: { lengthS, count } }) => {
      const documentId = traffic.documentId();
      if (documentId !== null) changed({ type: 'changed', documentId, prompt, price, lengthS, count });
    });
    const remove = showMark({ ...page, signal }, words, () => undefined);
    ended.signal.addEventListener('abort', remove, { once: true });
  };

  return {
    release,
    standAgain: (words) => {
      const composer = readComposer(page.document);
      if (composer !== null && ready === null && underWay === null)
        stand(composer, new AbortController(), words);
    },
    takePicture: (name, file) => void pictures.set(name, file),
    prepare: async (order, words) => {
      release();
      const ended = new AbortController();
      underWay = ended;
      const signal = AbortSignal.any([page.signal, ended.signal]);
      const ports = { uploaded: traffic.uploaded, drop };
      await untilUploaded(order);
      const prepared = await prepare({ ...page, signal }, ports, pageOrder(order, pictureOf));
      const documentId = traffic.documentId();
      if (!prepared.ok) return fail(faultOf(prepared.fault));
      if (documentId === null) return fail({ type: 'FlowBlocked', by: 'NotSeen' });
      stand(prepared.value.composer, ended, words);
      pictures.clear();
      return ok(preparedOf(prepared.value, documentId, traffic.lastSeq()));
    },
    hasSentUnread: () => hasSentUnread,
    isReady: (documentId) =>
      ready !== null &&
      !ready.isUnread &&
      documentId === traffic.documentId() &&
      readComposer(page.document) !== null,
    askForAddress: (mediaId) => {
      const before = traffic.addressesOf(mediaId);
      const isHeard = (): boolean => traffic.addressesOf(mediaId) > before;
      const ask = async (): Promise<boolean> =>
        isHeard() || (await askForAddress(page, mediaId, { isHeard, mayOpen: ready === null })) === 'heard';
      const asked = asking.then(ask, ask);
      asking = asked;
      return asked;
    },
    help: async (help) => {
      const helped = await (help === 'leaveAgent' ? leaveAgent(page) : closeDialog(page));
      return helped.ok ? helped : fail(faultOf(helped.fault));
    },
    offers: async () => {
      if (underWay !== null || ready !== null) return fail({ type: 'AlreadyOpen' });
      const offers = await readOffers(page);
      return offers.ok ? offers : fail(faultOf(offers.fault));
    },
  };
}

/**
 * The name of a picture in this document: a row of the page's list is told by its name alone, and another document may
 * have brought the same picture in.
 */
function nameHere(name: string, documentId: string | null): string {
  return name.replace(/(?=\.\w+$)/, `-${documentId?.slice(0, 8) ?? ''}`);
}

function pageOrder(
  order: FlowPageOrder,
  pictureOf: (picture: { readonly name: string }) => OrderPicture,
): PageOrder {
  return {
    ...order,
    projectId: null,
    resolution: null,
    start: order.start === null ? null : pictureOf(order.start),
    end: order.end === null ? null : pictureOf(order.end),
    ingredients: order.ingredients.map(pictureOf),
  };
}

function preparedOf(prepared: Prepared, documentId: string, afterSeq: number): FlowPrepared {
  const { projectId, prompt, price, settings, pictures } = prepared;
  const { model, aspect, lengthS } = settings;
  return {
    documentId,
    afterSeq,
    projectId,
    prompt,
    model,
    aspect,
    lengthS,
    price,
    pictures: pictures.map(({ ids }) => ids),
  };
}

function faultOf(stop: Stop): Fault {
  switch (stop.type) {
    case 'fault':
      return stop.fault;
    case 'obstacles':
      return { type: 'FlowBlocked', by: stop.obstacles[0]?.type ?? 'PageChanged' };
    case 'missing':
      return { type: 'FlowBlocked', by: 'PageChanged' };
    case 'notHeld':
      return { type: 'FlowNotHeld', what: stop.what, wanted: stop.wanted, found: stop.found };
    case 'askUserToDrop':
      return { type: 'FlowPictureByHand', picture: stop.picture };
  }
}

/** How a driver is begun. */
export type OpenSession = typeof openSession;
