import unittest

try:
    import flask
except ImportError:
    flask = None


@unittest.skipIf(flask is None, "flask is not installed")
class GuestbookTest(unittest.TestCase):
    def test_a_repeated_message_is_found(self):
        from guestbook.moderation import find_repeats

        texts = [(1, "Lovely place, thank you!"), (2, "We will be back."), (3, "lovely place,  thank you!")]
        self.assertEqual(find_repeats(texts), [3])

    def test_a_message_is_written_and_found(self):
        from guestbook import create_app

        with self.subTest("in a database of its own"):
            import tempfile

            with tempfile.TemporaryDirectory() as folder:
                client = create_app(f"{folder}/test.sqlite").test_client()
                self.assertEqual(client.post("/messages", data={"author": "Ada", "text": "Hello"}).status_code, 201)
                self.assertEqual(client.get("/search?q=Hello").get_json()[0]["author"], "Ada")
                self.assertEqual(client.post("/messages", data={"author": "Ada", "text": ""}).status_code, 400)
