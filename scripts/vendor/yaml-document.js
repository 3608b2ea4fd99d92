// A document of YAML that is only read, in the place of the module of one that can be changed, copied and printed too.
import { DOC, NODE_TYPE } from "../nodes/identity.js";
import { Schema } from "../schema/Schema.js";
import { Directives } from "./directives.js";

export class Document {
  constructor(_nothing, options) {
    Object.assign(this, { commentBefore: null, comment: null, errors: [], warnings: [], contents: null, options });
    Object.defineProperty(this, NODE_TYPE, { value: DOC });
    this.directives = options._directives?.atDocument() ?? new Directives({ version: "1.2" });
    this.schema = new Schema(options);
  }
}
