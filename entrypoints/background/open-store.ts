import { connect } from '../../lib/store/database.ts';
import { readFreeBytes } from '../../lib/store/room.ts';

/** The background's connection, which opens as the script begins: the browser opens the store while the rest of it is run. */
export const connection = connect({ as: 'background', freeBytes: readFreeBytes });
// Whoever needs it tries again, and tells what is wrong.
connection.db().catch(() => {});
