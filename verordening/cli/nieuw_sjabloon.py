"""`verordening nieuw sjabloon`: our own Word template, for a municipality to put in its house style."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.new_files import safe, write_new
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown

_ANSWERED = 0
_SUFFIX = ".docx"
_UNNAMED = f"sjabloon{_SUFFIX}"


def start_word_template(arguments: Arguments) -> int:
    """Write the template; gives the exit code. Raises InputError, and then nothing is written."""
    from verordening.present.writing.needing import NotInstalledError, refusal
    from verordening.present.writing.word_template import start_template

    path = arguments.output or _UNNAMED
    if not path.lower().endswith(_SUFFIX):
        raise usage_error(
            "VRD504",
            f"`--uit`: {shown(safe(path))} heeft geen naam die eindigt op `{_SUFFIX}`",
            f"schrijf {shown(f'{safe(path)}{_SUFFIX}')}",
        )
    try:
        template = start_template()
    except NotInstalledError as error:
        raise refusal(error, "docx") from None
    write_new(path, template)
    if arguments.format == "json":
        import json

        told = {
            "schema": "verordening/nieuw/1",
            "soort": "sjabloon",
            "bestand": safe(path),
            "afsluitcode": _ANSWERED,
        }
        terminal.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        terminal.write(
            f"Geschreven: {safe(path)}\nMaak het op in Word, en vul het met: "
            f"verordening motivering CASUS --sjabloon {safe(path)} --uit brief{_SUFFIX}\n"
        )
    return _ANSWERED
