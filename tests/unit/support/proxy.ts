import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { withTcpServer } from "./httpServer";

/** A proxy that hears one request for a tunnel and then does this; told are its address and what it heard. */
export function withProxy<T>(
  then: (socket: Socket) => void,
  work: (host: string, heard: string[]) => Promise<T>,
): Promise<T> {
  const heard: string[] = [];
  return withTcpServer(
    (socket) =>
      socket.once("data", (data) => {
        heard.push(String(data));
        then(socket);
      }),
    (url) => work(new URL(url).host, heard),
  );
}

/** Answers, such as "502 Bad Gateway", and opens no tunnel. */
export function answering(status: string): (socket: Socket) => void {
  return (socket) => socket.end(`HTTP/1.1 ${status}\r\n\r\n`);
}

/** Opens a tunnel to the server at this URL, whatever host was asked for. */
export async function opening(socket: Socket, url: string): Promise<void> {
  const target = connect(Number(new URL(url).port), "127.0.0.1");
  target.on("error", () => undefined);
  await once(target, "connect");
  socket.on("close", () => target.destroy()).write("HTTP/1.1 200 Connection established\r\n\r\n");
  socket.pipe(target).pipe(socket);
}
