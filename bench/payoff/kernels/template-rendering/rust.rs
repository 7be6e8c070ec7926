//! The dicts stay with Python and are asked for three keys each; the text is written into one buffer.
use std::fmt::Write;

use pyo3::exceptions::PyKeyError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

fn escape(text: &str, html: &mut String) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(char),
        }
    }
}

fn field<'py>(row: &Bound<'py, PyDict>, name: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
    row.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name.to_string()))
}

fn render_row(row: &Bound<'_, PyDict>, html: &mut String) -> PyResult<()> {
    let py = row.py();
    let count: i64 = field(row, intern!(py, "count"))?.extract()?;
    let price: f64 = field(row, intern!(py, "price"))?.extract()?;
    let css = if count < 5 { "low" } else { "ok" };
    // Writing to a String cannot fail.
    let _ = write!(html, "<tr class=\"{css}\"><td>");
    escape(field(row, intern!(py, "name"))?.extract()?, html);
    let _ = write!(html, "</td><td>{price:.2}</td><td>{count}</td><td>{:.2}</td></tr>", price * count as f64);
    Ok(())
}

#[pyfunction]
pub fn run(title: &str, rows: Vec<Bound<'_, PyDict>>) -> PyResult<String> {
    let mut html = String::from("<h1>");
    escape(title, &mut html);
    html.push_str("</h1><table>");
    for row in &rows {
        render_row(row, &mut html)?;
    }
    html.push_str("</table>");
    Ok(html)
}
