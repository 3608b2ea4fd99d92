// The whole reader of YAML, for tests: what others take a text for that the desk has written.
export { parseAllDocuments } from "yaml";
