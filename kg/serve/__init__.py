"""A graph as a SPARQL 1.1 Protocol endpoint: questions only, from this machine unless told otherwise.

=======  ============================================================================
server   the processes that answer, and how many questions wait for them
handler  the protocol: GET and POST, what is refused and with which status
formats  the formats of answers, and which of them a client wants
page     what a browser shows
=======  ============================================================================
"""

from kg.serve.server import Server

__all__ = ["Server"]
