"""A guest book: `flask --app guestbook run`."""

from flask import Flask

from guestbook import storage, views


def create_app(database: str = "guestbook.sqlite") -> Flask:
    app = Flask(__name__)
    app.config["DATABASE"] = database
    app.register_blueprint(views.pages)
    app.teardown_appcontext(storage.close)
    with app.app_context():
        storage.create_tables()
    return app
