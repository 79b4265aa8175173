import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerDriver } from '../lib/providers/flow/page/driver-port.ts';
import { openSession } from '../lib/providers/flow/page/session.ts';

/** Put beside the script of a Flow page when it is first to do something there: most pages never need it. */
export default defineUnlistedScript(() => offerDriver(openSession));
