"""Stands in for the openai package where no registry can be asked: the few names that the preflight
touches, real requests by http.client, and errors chained as httpx and the SDK chain them."""
import http.client
import json
import os
import ssl
import urllib.parse

from ._version import __version__

print("a library that prints on import must not disturb the result")


class SyncByteStream(object):
    pass


class Stream(SyncByteStream):
    def __init__(self, response):
        self.response = response

    def __iter__(self):
        while True:
            piece = self.response.read(1000)
            if not piece:
                return
            yield piece

    def close(self):
        self.response.close()


class Headers(dict):
    def multi_items(self):
        return list(self.items())


class Response(object):
    def __init__(self, response):
        self.status_code = response.status
        self.http_version = "HTTP/1.1"
        self.headers = Headers((name.lower(), value) for name, value in response.getheaders())
        self.stream = Stream(response)


class ConnectError(Exception):
    pass


class RemoteProtocolError(Exception):
    pass


class APIError(Exception):
    pass


class APIConnectionError(APIError):
    pass


class APIStatusError(APIError):
    pass


class AuthenticationError(APIStatusError):
    pass


class OpenAIError(Exception):
    pass


class DefaultHttpxClient(object):
    def __init__(self, follow_redirects, timeout, event_hooks):
        assert follow_redirects is False
        self.timeout = timeout
        self.hooks = event_hooks["response"]


class Responses(object):
    def __init__(self, client):
        self.client = client

    def create(self, model, input, max_output_tokens, store):
        body = {"model": model, "input": input, "max_output_tokens": max_output_tokens, "store": store}
        return self.client.send("POST", "/responses", body)


class Models(object):
    def __init__(self, client):
        self.client = client

    def list(self):
        return self.client.send("GET", "/models", None)


class OpenAI(object):
    def __init__(self, api_key, base_url, max_retries, timeout, http_client, default_headers, organization=None, project=None):
        assert max_retries == 0
        if os.environ.get("FAKE_OPENAI_REFUSES"):
            raise OpenAIError("the message quotes " + api_key)
        self.key, self.url, self.http, self.headers = api_key, base_url, http_client, default_headers
        self.responses, self.models = Responses(self), Models(self)

    def send(self, method, path, body):
        url = urllib.parse.urlsplit(self.url + path)
        try:
            try:
                # A trust store of its own, so that the way of the SDK can differ from the climb beside it.
                context = ssl.create_default_context(cafile=os.environ.get("FAKE_OPENAI_TRUST") or None)
                connection = http.client.HTTPSConnection(url.hostname, url.port, timeout=self.http.timeout, context=context)
                headers = dict(self.headers, Authorization="Bearer " + self.key)
                headers["Content-Type"] = "application/json"
                headers["User-Agent"] = "fake-openai-python"
                connection.connect()
            except Exception as error:
                raise ConnectError("the message quotes " + self.key) from error
            try:
                connection.request(method, url.path, json.dumps(body) if body else None, headers)
                raw = connection.getresponse()
            except http.client.HTTPException as error:
                raise RemoteProtocolError("the message quotes " + self.key) from error
        except (ConnectError, RemoteProtocolError) as error:
            raise APIConnectionError("Connection error.") from error
        response = Response(raw)
        for hook in self.http.hooks:
            hook(response)
        text = b"".join(response.stream)
        if response.status_code >= 400:
            raise (AuthenticationError if response.status_code == 401 else APIStatusError)("quotes " + self.key)
        return json.loads(text.decode("utf-8"))
