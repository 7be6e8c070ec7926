//! Three columns, read in place.
use numpy::{Element, PyReadonlyArray1};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

fn column<'py, T: Element>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<PyReadonlyArray1<'py, T>> {
    Ok(columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))?.extract()?)
}

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<usize> {
    let (age, score, visits) =
        (column::<i64>(columns, "age")?, column::<f64>(columns, "score")?, column::<i64>(columns, "visits")?);
    let rows = age.as_array().into_iter().zip(score.as_array()).zip(visits.as_array());
    Ok(rows.filter(|((&age, &score), &visits)| age >= 18 && visits > 10 && score * visits as f64 > 8.0).count())
}
