/* Starts the desk of this computer: its files come from the server of `khumue edit`. */

import { localServer } from "./backend.js";
import { openDesk, showFailure } from "./opening.js";
import { loadWords } from "./words.js";

async function start() {
  await loadWords();
  await openDesk(localServer, location.host);
}

start().catch(showFailure);
