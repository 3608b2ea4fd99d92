// What the desk takes of the view library: elements, state, and templates in plain scripts instead of a build step.
import htm from "htm";
import { h } from "preact";

export { createContext, h, render } from "preact";
export {
  useContext,
  useEffect,
  useErrorBoundary,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/hooks";

/** A view out of a template literal. */
export const html = htm.bind(h);
