import { Reader, seal } from "../../provider/sealed";

const TEXT = '{"FORNEX_API_KEY":"simulated.0123 ü"}';

test("what is sealed for a reader it can read, and only it", () => {
  const reader = new Reader();
  const sealed = seal(TEXT, reader.address);
  expect(reader.open(sealed)).toBe(TEXT);
  expect(() => new Reader().open(sealed)).toThrow();
});

test("nothing of it shows, and twice the same is sealed differently", () => {
  const { address } = new Reader();
  const sealed = seal(TEXT, address);
  const seen = sealed.split(".").map((part) => Buffer.from(part, "base64").toString("latin1"));
  expect(seen.join()).not.toMatch(/FORNEX|simulated/);
  expect(seal(TEXT, address)).not.toBe(sealed);
});

test("what was changed on the way is not read", () => {
  const reader = new Reader();
  const [sender, nonce, tag, text = ""] = seal(TEXT, reader.address).split(".");
  const other = Buffer.from(text, "base64");
  other.writeUInt8(other.readUInt8(0) ^ 1);
  expect(() => reader.open([sender, nonce, tag, other.toString("base64")].join("."))).toThrow();
});
