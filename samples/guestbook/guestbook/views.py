"""What the service answers."""

from flask import Blueprint, abort, jsonify, render_template_string, request

from guestbook import storage
from guestbook.moderation import find_repeats, is_acceptable

pages = Blueprint("pages", __name__)

PAGE = """
<!doctype html>
<title>Guest book</title>
<h1>Guest book</h1>
{% for message in messages %}
  <article><h2>{{ message.author }}</h2><p>{{ message.text }}</p><time>{{ message.written }}</time></article>
{% else %}
  <p>Nobody has written yet.</p>
{% endfor %}
"""


@pages.get("/")
def index():
    return render_template_string(PAGE, messages=storage.latest())


@pages.get("/messages")
def list_messages():
    return jsonify([dict(row) for row in storage.latest(request.args.get("count", 50, type=int))])


@pages.post("/messages")
def write_message():
    author = request.form.get("author", "").strip()
    text = request.form.get("text", "").strip()
    if not author or not is_acceptable(text):
        abort(400)
    return jsonify({"id": storage.add_message(author, text)}), 201


@pages.get("/search")
def search_messages():
    words = request.args.get("q", "").split()[:5]
    if not words:
        return jsonify([])
    return jsonify([dict(row) for row in storage.search(words)])


@pages.post("/admin/repeats")
def hide_repeats():
    repeats = find_repeats(storage.all_texts())
    storage.hide(repeats)
    return jsonify({"hidden": len(repeats)})
