/* The desk, as every view gets it; a view that asks for it is drawn again whenever the desk tells of something. */

import { createContext, useContext, useEffect, useReducer } from "../vendor/preact.js";

export const TheDesk = createContext(null);

/** The desk, without following it. */
export const useDesk = () => useContext(TheDesk);

/** Draw the view again whenever the desk tells of something: once, at the top. */
export function useFollowing(desk) {
  const [, again] = useReducer((count) => count + 1, 0);
  useEffect(() => {
    let isWaiting = false;
    again(); // it may have told of something between the drawing and now
    return desk.listen(() => {
      if (isWaiting) return;
      isWaiting = true;
      queueMicrotask(() => {
        isWaiting = false;
        again();
      });
    });
  }, [desk]);
}
