//! What the boundary table times: functions that do nothing but take arguments, hand back results, or cross back into Python.
use std::collections::{HashMap, HashSet};
use std::hint::black_box;

use numpy::{IntoPyArray, PyArray1, PyReadonlyArray1};
use pyo3::intern;
use pyo3::prelude::*;

#[pyfunction]
fn empty() {}

#[pyfunction]
fn take_int(value: i64) {
    black_box(value);
}

#[pyfunction]
fn take_float(value: f64) {
    black_box(value);
}

#[pyfunction]
fn take_two(a: f64, b: f64) -> f64 {
    a + b
}

#[pyfunction]
fn take_str(value: &str) -> usize {
    value.len()
}

#[pyfunction]
fn take_string(value: String) -> usize {
    value.len()
}

#[pyfunction]
fn take_bytes(value: &[u8]) -> usize {
    value.len()
}

#[pyfunction]
fn copy_bytes(value: Vec<u8>) -> usize {
    value.len()
}

#[pyfunction]
fn take_tuple(value: (i64, f64)) {
    black_box(value);
}

#[pyfunction]
fn list_f64(values: Vec<f64>) -> usize {
    values.len()
}

#[pyfunction]
fn list_i64(values: Vec<i64>) -> usize {
    values.len()
}

#[pyfunction]
fn list_string(values: Vec<String>) -> usize {
    values.len()
}

#[pyfunction]
fn list_pairs(values: Vec<(i64, f64)>) -> usize {
    values.len()
}

#[pyfunction]
fn list_lists(values: Vec<Vec<f64>>) -> usize {
    values.iter().map(Vec::len).sum()
}

#[pyfunction]
fn dict_int(values: HashMap<i64, i64>) -> usize {
    values.len()
}

#[pyfunction]
fn dict_str(values: HashMap<String, f64>) -> usize {
    values.len()
}

#[pyfunction]
fn set_int(values: HashSet<i64>) -> usize {
    values.len()
}

/// Reads one attribute of every object of a list.
#[pyfunction]
fn list_objects(py: Python<'_>, values: Vec<Bound<'_, PyAny>>) -> PyResult<f64> {
    let mut total = 0.0;
    for value in values {
        total += value.getattr(intern!(py, "value"))?.extract::<f64>()?;
    }
    Ok(total)
}

#[pyfunction]
fn view_array(values: PyReadonlyArray1<'_, f64>) -> PyResult<usize> {
    Ok(values.as_slice()?.len())
}

#[pyfunction]
fn return_f64(count: usize) -> Vec<f64> {
    (0..count).map(|it| it as f64 + 0.5).collect()
}

#[pyfunction]
fn return_i64(count: i64) -> Vec<i64> {
    (1000..1000 + count).collect()
}

#[pyfunction]
fn return_string(count: usize) -> Vec<String> {
    (0..count).map(|it| format!("item {it}")).collect()
}

#[pyfunction]
fn return_text(count: usize) -> String {
    "x".repeat(count)
}

#[pyfunction]
fn return_dict(count: i64) -> HashMap<i64, i64> {
    (0..count).map(|it| (it, it + 1000)).collect()
}

#[pyfunction]
fn return_array(py: Python<'_>, count: usize) -> Bound<'_, PyArray1<f64>> {
    vec![0.5; count].into_pyarray(py)
}

#[pyclass]
struct Point {
    #[pyo3(get, set)]
    x: f64,
}

#[pymethods]
impl Point {
    #[new]
    fn new(x: f64) -> Self {
        Point { x }
    }

    fn twice(&self) -> f64 {
        2.0 * self.x
    }
}

#[pyfunction]
fn return_point() -> Point {
    Point { x: 0.5 }
}

#[pyfunction]
fn return_points(count: usize) -> Vec<Point> {
    (0..count).map(|it| Point { x: it as f64 }).collect()
}

#[pyfunction]
fn call_back(function: &Bound<'_, PyAny>, count: i64) -> PyResult<()> {
    for it in 0..count {
        function.call1((it,))?;
    }
    Ok(())
}

#[pyfunction]
fn detach_attach(py: Python<'_>, count: usize) {
    for it in 0..count {
        py.detach(|| black_box(it));
    }
}

/// Work of the processor alone, a few nanoseconds a round.
fn churn(rounds: u64) -> u64 {
    let mut state = 1u64;
    for it in 0..rounds {
        state = black_box(state.wrapping_mul(6364136223846793005).wrapping_add(it));
    }
    state
}

#[pyfunction]
fn work_attached(rounds: u64) -> u64 {
    churn(rounds)
}

#[pyfunction]
fn work_detached(py: Python<'_>, rounds: u64) -> u64 {
    py.detach(|| churn(rounds))
}

pub fn add(m: &Bound<'_, PyModule>) -> PyResult<()> {
    let boundary = PyModule::new(m.py(), "boundary")?;
    macro_rules! functions {
        ($($name:ident),* $(,)?) => { $(boundary.add_function(wrap_pyfunction!($name, &boundary)?)?;)* };
    }
    functions!(
        empty, take_int, take_float, take_two, take_str, take_string, take_bytes, copy_bytes, take_tuple, list_f64, list_i64, list_string,
        list_pairs, list_lists, dict_int, dict_str, set_int, list_objects, view_array, return_f64, return_i64, return_string, return_text,
        return_dict, return_array, return_point, return_points, call_back, detach_attach, work_attached, work_detached,
    );
    boundary.add_class::<Point>()?;
    m.add_submodule(&boundary)
}
