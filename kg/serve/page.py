"""What a browser shows: a page to ask from, and answers as tables."""

from __future__ import annotations

from html import escape

from kg.sparql import Table, find_example, load_examples

_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }}
textarea {{ box-sizing: border-box; font: 14px/1.4 monospace; width: 100% }}
table {{ border-collapse: collapse }} td, th {{ border-bottom: 1px solid #ccc; padding: .2rem .8rem; text-align: left }}
</style></head><body>
{body}
</body></html>
"""
_START = """<h1>{name}</h1>
<p>A SPARQL 1.1 endpoint for questions: <code>{path}</code>, by GET or POST.</p>
<form action="{path}" method="get">
<textarea name="query" rows="14" spellcheck="false">{query}</textarea>
<p><button>Ask</button></p>
</form>
<p>From another program: <code>curl --data-urlencode query@question.rq http://{host}{path}</code></p>
<h2>Questions to begin with</h2>
<ul>
{questions}
</ul>"""
_EXAMPLE = "who-met-whom"


def start_page(name: str, host: str, path: str, example: str = "") -> bytes:
    """The page that a question is asked from.

    Args:
        name: of the graph.
        host: name and port of the server.
        path: of the endpoint.
        example: name of the example that stands in the form; another one where there is none of that name.
    """
    known = {shown.name: shown for shown in load_examples()}
    chosen = known.get(example) or find_example(_EXAMPLE)
    questions = "\n".join(f'<li><a href="/?example={escape(e.name)}">{escape(e.question)}</a></li>' for e in known.values())
    body = _START.format(
        name=escape(name), path=escape(path), host=escape(host), query=escape(chosen.sparql), questions=questions
    )
    return _FRAME.format(title=escape(name), body=body).encode()


def table_page(table: Table) -> bytes:
    """An answer as a table."""
    rows = f"{len(table)} {'row' if len(table) == 1 else 'rows'}"
    return _FRAME.format(title=rows, body=f'<p>{rows} <a href="/">ask again</a></p>\n{table._repr_html_()}').encode()
