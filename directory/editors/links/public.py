"""Connections to public addresses only: a link must not make the editors' computer look around in its own network.

The address that a name stands for is looked at just before the connection is made to it, so that neither a redirect nor
a changed answer of the name server leads inside. Ports other than those of the web are not asked.
"""

import http.client
import ipaddress
import socket
import urllib.request
from typing import Any

WEB_PORTS = frozenset({80, 443})
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# All of IPv6 that is given out; and addresses of protocols, some of which Python takes for public ones (RFC 6890).
GIVEN_OUT = ipaddress.ip_network("2000::/3")
PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
# Translated to the address of IPv4 at its end (RFC 6052).
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """An address that is not in the public internet."""


def is_public(address: str, port: int) -> bool:
    """Return whether an IP address and a port are those of a public web server (IANA, special-purpose registries)."""
    found = _meant(ipaddress.ip_address(address.partition("%")[0]))
    known = found in GIVEN_OUT if isinstance(found, ipaddress.IPv6Address) else found not in PROTOCOLS
    return known and found.is_global and not found.is_multicast and port in WEB_PORTS


def _meant(address: Address) -> Address:
    """Return the address of IPv4 that one of IPv6 leads to, or the address itself."""
    if not isinstance(address, ipaddress.IPv6Address):
        return address
    if address in TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


def connect(address: tuple[str, int], timeout: Any = None, source: Any = None) -> socket.socket:
    """Return a connection to the first public address of a host; raise PrivateAddressError where one is not public."""
    host, port = address
    found = [item[4][:2] for item in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(is_public(str(ip), int(own_port)) for ip, own_port in found):
        raise PrivateAddressError(f"{host}:{port}")
    error: OSError = OSError("no address")
    for ip, own_port in found:
        try:
            return socket.create_connection((str(ip), int(own_port)), timeout, source)
        except OSError as one:
            error = one
    raise error


class _Connection(http.client.HTTPConnection):
    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._create_connection = connect


class _SecureConnection(http.client.HTTPSConnection):
    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._create_connection = connect


class _Handler(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Connection, request)


class _SecureHandler(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, request)


def opener(*handlers: Any) -> urllib.request.OpenerDirector:
    """Return an opener that reaches public addresses only, without a proxy: that would look names up itself."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), _Handler, _SecureHandler, *handlers)
