// What the desk takes of the reader of YAML: documents whose nodes know where they stand in the text.
export { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
