/* What is done seldom: names in addresses shown and changed, approvals, what was accepted. */

import { html } from "../vendor/preact.js";
import { run } from "../state/making.js";
import { useDesk } from "../views/context.js";
import { say } from "../words.js";
import { Dialog } from "./dialog.js";

export function More() {
  const desk = useDesk();
  const told = desk.told(desk.open);
  const ask = (name) => () => desk.ask({ name });
  const accept = async () => {
    try {
      await run(desk, desk.backend.accept, { edition: desk.office, procedure: told.kind === "procedure" ? told.id : null });
      desk.answered();
    } catch (error) {
      desk.say(error.message, true);
    }
  };
  const site = async () => {
    const place = window.open("about:blank", "_blank");
    try {
      const { address } = await desk.backend.site(desk.edition);
      if (place) place.location = address;
      else window.location.assign(address);
    } catch (error) {
      place?.close();
      desk.say(error.message, true);
    }
  };
  return html`<${Dialog} title=${say("more-doing")}>
    <ul class="doings">
      <li><label class="check"><input type="checkbox" checked=${desk.showsIds} onChange=${() => ((desk.showsIds = !desk.showsIds), desk.tell())} /> ${say("show-ids")}</label></li>
      ${told && html`<li><button type="button" class="link" onClick=${ask("rename")}>${say("rename")}</button></li>`}
      ${told?.kind === "procedure" && html`<li><button type="button" class="link" onClick=${ask("approve")}>${say("approve")}</button></li>`}
      ${desk.office && html`<li><button type="button" class="link" onClick=${accept}>${say("accept-all")}</button></li>`}
      ${desk.backend.dialogs?.discard && desk.files.get(desk.open)?.isChanged && html`<li><button type="button" class="link" onClick=${ask("discard")}>${say("host-discard")}</button></li>`}
      ${desk.backend.proposal && html`<li><button type="button" class="link" onClick=${ask("proposed")}>${say("host-see-proposal")}</button></li>`}
      ${desk.backend.signOut && html`<li><button type="button" class="link" onClick=${desk.backend.signOut}>${say("sign-out")}</button></li>`}
      <li><button type="button" class="link" onClick=${site}>${say("see-site")}</button></li>
    </ul>
    <h3>${say("keys")}</h3>
    <dl class="keys">${["enter", "backspace", "move", "indent", "undo", "save"].map((key) => html`<dt>${say(`key-${key}`)}</dt><dd>${say(`key-${key}-does`)}</dd>`)}</dl>
  <//>`;
}
