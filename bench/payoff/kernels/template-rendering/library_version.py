from minijinja import Environment, TemplateError

TEMPLATE = """<h1>{{ title|e }}</h1><table>
{%- for row in rows -%}
<tr class="{{ 'low' if row['count'] < 5 else 'ok' }}"><td>{{ row['name']|e }}</td><td>{{ "%.2f"|format(row['price']) }}</td>
{#- -#}
<td>{{ row['count'] }}</td><td>{{ "%.2f"|format(row['price'] * row['count']) }}</td></tr>
{%- endfor -%}
</table>"""

environment = Environment(templates={"stock": TEMPLATE}, undefined_behavior="strict")


def run(title: str, rows: list[dict]) -> str:
    try:
        return environment.render_template("stock", title=title, rows=rows)
    except TemplateError as error:
        raise KeyError(str(error)) from error
