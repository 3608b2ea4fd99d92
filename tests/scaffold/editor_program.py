"""An editor that asks the server of YAML what to show, as VS Code does: over standard input and output."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

Answer = dict[str, Any]


class Editor:
    """A folder opened in an editor; files are opened as given, whatever stands on disk."""

    def __init__(self, command: list[str], root: Path) -> None:
        """Start the server for a folder with ``.vscode/settings.json``."""
        self._root = root
        settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._settings = _nested(settings)
        self._numbers = 0
        self._told: dict[str, list[Answer]] = {}
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> "Editor":
        """Open the folder."""
        folder = {"uri": self._root.as_uri(), "name": self._root.name}
        abilities = {
            "textDocument": {
                "completion": {
                    "completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}
                },
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True, "workspaceFolders": True},
        }
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": abilities,
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server."""
        self._server.kill()
        self._server.wait()
        for stream in (self._server.stdin, self._server.stdout):
            if stream is not None:
                stream.close()

    def problems(self, name: str, text: str) -> list[str]:
        """What is underlined in a file."""
        uri = self._open(name, text)
        while uri not in self._told:
            self._take()
        return [each["message"] for each in self._told[uri]]

    def hover(self, name: str, text: str, at: str) -> str:
        """What is shown over the first place of some words."""
        answer = self._ask("textDocument/hover", self._place(self._open(name, text), text, text.index(at)))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, name: str, text: str) -> dict[str, str]:
        """What is offered where ``¦`` stands: labels, each with what is told of it."""
        index, text = text.index("¦"), text.replace("¦", "")
        answer = self._ask("textDocument/completion", self._place(self._open(name, text), text, index))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {each["label"]: json.dumps(each, ensure_ascii=False) for each in items}

    def _open(self, name: str, text: str) -> str:
        uri = (self._root / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    @staticmethod
    def _place(uri: str, text: str, index: int) -> Answer:
        start = text.rfind("\n", 0, index) + 1
        position = {"line": text.count("\n", 0, index), "character": index - start}
        return {"textDocument": {"uri": uri}, "position": position}

    def _ask(self, method: str, parameters: Answer) -> Any:  # noqa: ANN401 - whatever the protocol says
        self._numbers += 1
        number = self._numbers
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def _tell(self, method: str, parameters: Answer) -> None:
        self._send({"method": method, "params": parameters})

    def _take(self) -> Answer:
        """The next message; a question of the server is answered, problems are kept."""
        assert self._server.stdout is not None
        headers = b""
        while not headers.endswith(b"\r\n\r\n"):
            byte = self._server.stdout.read(1)
            assert byte, "the server has stopped"
            headers += byte
        found = re.search(rb"Content-Length: (\d+)", headers)
        assert found is not None
        message: Answer = json.loads(self._server.stdout.read(int(found[1])))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, message: Answer) -> Any:  # noqa: ANN401 - whatever the protocol says
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(each.get("section"), {}) for each in message["params"]["items"]]

    def _send(self, message: Answer) -> None:
        assert self._server.stdin is not None
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._server.stdin.flush()


def _nested(settings: Mapping[str, Any]) -> Answer:
    """Settings with dots in their names as groups in groups."""
    nested: Answer = {}
    for name, value in settings.items():
        *groups, last = name.split(".")
        inner = nested
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = value
    return nested
