//! Walks Python's own objects and asks each for its type; only the text is built in Rust.
use std::fmt::Write;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

fn write_string(text: &str, json: &mut String) {
    json.push('"');
    for char in text.chars() {
        match char {
            '\\' => json.push_str("\\\\"),
            '"' => json.push_str("\\\""),
            '\n' => json.push_str("\\n"),
            '\t' => json.push_str("\\t"),
            _ => json.push(char),
        }
    }
    json.push('"');
}

fn write_items<'py>(items: impl Iterator<Item = Bound<'py, PyAny>>, json: &mut String) -> PyResult<()> {
    json.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            json.push(',');
        }
        write_value(&item, json)?;
    }
    json.push(']');
    Ok(())
}

fn write_value(value: &Bound<'_, PyAny>, json: &mut String) -> PyResult<()> {
    if let Ok(text) = value.cast::<PyString>() {
        write_string(text.to_str()?, json);
    } else if value.is_none() {
        json.push_str("null");
    } else if let Ok(truth) = value.cast::<PyBool>() {
        json.push_str(if truth.is_true() { "true" } else { "false" });
    } else if value.is_instance_of::<PyInt>() {
        json.push_str(value.str()?.to_str()?);
    } else if let Ok(number) = value.cast::<PyFloat>() {
        // Both print the shortest digits that read back as the same number.
        let _ = write!(json, "{:?}", number.value());
    } else if let Ok(dict) = value.cast::<PyDict>() {
        json.push('{');
        for (index, (key, item)) in dict.iter().enumerate() {
            if index > 0 {
                json.push(',');
            }
            write_string(key.cast::<PyString>()?.to_str()?, json);
            json.push(':');
            write_value(&item, json)?;
        }
        json.push('}');
    } else if let Ok(list) = value.cast::<PyList>() {
        write_items(list.iter(), json)?;
    } else if let Ok(tuple) = value.cast::<PyTuple>() {
        write_items(tuple.iter(), json)?;
    } else {
        return Err(PyTypeError::new_err(format!("cannot serialise {}", value.get_type().name()?)));
    }
    Ok(())
}

#[pyfunction]
pub fn run(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut json = String::new();
    write_value(value, &mut json)?;
    Ok(json)
}
