// The fingerprint of a content, made from docs/engineering/approval.md alone, as a browser makes it.
async (content) => {
  const composed = (value) => {
    if (typeof value === "string") return value.normalize("NFC");
    if (Array.isArray(value)) return value.map(composed);
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, composed(value[key])]));
  };
  const canonical = JSON.stringify(composed(content));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical));
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [canonical, digits.slice(0, 16)];
}
