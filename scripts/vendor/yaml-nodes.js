// Nodes of YAML that are only read, in the place of the modules of such as can be changed, copied and printed too.
import { ALIAS, MAP, NODE_TYPE, SEQ } from "./identity.js";

export class NodeBase {
  constructor(type) {
    Object.defineProperty(this, NODE_TYPE, { value: type });
  }
}

export class Alias extends NodeBase {
  constructor(source) {
    super(ALIAS);
    this.source = source;
  }
}

class Collection extends NodeBase {
  constructor(type, schema) {
    super(type);
    Object.defineProperty(this, "schema", { value: schema });
    this.items = [];
  }
}

export class YAMLMap extends Collection {
  static tagName = "tag:yaml.org,2002:map";

  constructor(schema) {
    super(MAP, schema);
  }
}

export class YAMLSeq extends Collection {
  static tagName = "tag:yaml.org,2002:seq";

  constructor(schema) {
    super(SEQ, schema);
  }
}
