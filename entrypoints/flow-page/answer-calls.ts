import type { Fault } from '../../lib/domain/fault.ts';
import type { FlowLook } from '../../lib/domain/flow-page.ts';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import type { FlowPageCalls } from '../../lib/messages/contract.ts';
import { findDriver } from '../../lib/providers/flow/page/driver-port.ts';
import { checkAsText } from '../../lib/providers/flow/page/look-and-check.ts';
import type { Outbox } from '../../lib/providers/flow/page/outbox.ts';
import { readComposer } from '../../lib/providers/flow/page/read-composer.ts';
import type { Session, SessionPorts } from '../../lib/providers/flow/page/session.ts';
import type { StandingNote } from '../../lib/providers/flow/page/standing-order.ts';
import { fileOf } from './picture-file.ts';

/** What the answers need of the page's script. */
export interface AnswerPorts extends SessionPorts {
  readonly outbox: Outbox;
  readonly note: StandingNote;
  look(): FlowLook;
  /** Told when an order could not be made ready: whoever waits for the page must hear when it can. */
  stopped(): void;
  /** Has the driver put into this world. */
  loadDriver(): Promise<Result<null, Fault>>;
}

/** Answers the background: what needs no hands at once, the rest through the driver, which comes on first need. */
export function answerCalls(ports: AnswerPorts): FlowPageCalls {
  const { page, traffic, outbox, note, look } = ports;
  const driver = driverOnNeed(ports);
  standAgain(ports, driver);
  return {
    look: () => Promise.resolve(ok(look())),
    takePicture: (picture) =>
      driver.drive((session) => {
        session.takePicture(picture.name, fileOf(picture));
        return Promise.resolve(ok(null));
      }),
    prepare: async (order, words) => {
      note.drop();
      const prepared = await driver.drive((session) => session.prepare(order, words));
      if (prepared.ok) note.keep({ documentId: prepared.value.documentId, words });
      else ports.stopped();
      return prepared;
    },
    isReady: (documentId) => {
      const isStanding = driver.session()?.isReady(documentId) ?? isLeftStanding(ports, documentId);
      return Promise.resolve(ok(isStanding || hasUntold(outbox, documentId)));
    },
    release: () => {
      note.drop();
      driver.session()?.release();
      return Promise.resolve(ok(null));
    },
    submitsSince: (since) => {
      const canTell = driver.session()?.hasSentUnread() !== true;
      return Promise.resolve(ok(canTell ? traffic.submitsSince(since) : null));
    },
    askForAddress: (mediaId) => driver.drive(async (session) => ok(await session.askForAddress(mediaId))),
    help: (help) => driver.drive((session) => session.help(help)),
    offers: () => driver.drive((session) => session.offers()),
    check: () => {
      const resources = performance.getEntriesByType('resource').map(({ name }) => name);
      return Promise.resolve(ok(checkAsText(page.document, traffic.documentId(), resources)));
    },
  };
}

/** A press that the background has not heard of yet: its order stands until the report has told whose it is. */
function hasUntold(outbox: Outbox, documentId: string): boolean {
  return outbox.waiting().some((report) => report.type === 'sent' && report.documentId === documentId);
}

/** An order that the script of before an update has made ready: it stands as long as its document and composer do. */
function isLeftStanding({ page, traffic, note }: AnswerPorts, documentId: string): boolean {
  const isOfThis = note.read()?.documentId === documentId && documentId === traffic.documentId();
  return isOfThis && readComposer(page.document) !== null;
}

function standAgain({ traffic, note }: AnswerPorts, driver: Driver): void {
  const documentId = traffic.documentId();
  if (documentId === null || note.read()?.documentId !== documentId) return;
  void driver.drive((session) => {
    // Let go of meanwhile, it stands no more.
    const words = note.read()?.words;
    if (words !== undefined) session.standAgain(words);
    return Promise.resolve(ok(null));
  });
}

interface Driver {
  readonly session: () => Session | null;
  readonly drive: <T>(run: (session: Session) => Promise<Result<T, Fault>>) => Promise<Result<T, Fault>>;
}

function driverOnNeed({ page, traffic, drop, unread, changed, loadDriver }: AnswerPorts): Driver {
  let session: Session | null = null;
  const open = async (): Promise<Result<Session, Fault>> => {
    const loaded = findDriver() === null ? await loadDriver() : ok(null);
    if (!loaded.ok) return loaded;
    session ??= findDriver()?.({ page, traffic, drop, unread, changed }) ?? null;
    return session === null ? fail({ type: 'Unreachable' }) : ok(session);
  };
  return {
    session: () => session,
    drive: async (run) => {
      const opened = await open();
      return opened.ok ? run(opened.value) : opened;
    },
  };
}
