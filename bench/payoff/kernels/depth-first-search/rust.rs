//! Names are looked at where they lie and become numbers; the result hands the same string objects back.
use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Active,
    Done,
}

#[pyfunction]
pub fn run<'py>(dependencies: &Bound<'py, PyDict>) -> PyResult<Vec<Bound<'py, PyString>>> {
    let mut names = Vec::with_capacity(dependencies.len());
    let mut needs = Vec::with_capacity(dependencies.len());
    for (name, needed) in dependencies {
        names.push(name.cast_into::<PyString>()?);
        needs.push(needed.cast_into::<PyList>()?);
    }
    let mut indices = HashMap::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        indices.insert(name.to_str()?, index);
    }
    let mut graph = Vec::with_capacity(names.len());
    for needed in needs {
        let mut edges = Vec::with_capacity(needed.len());
        for name in needed {
            let name: &str = name.extract()?;
            edges.push(*indices.get(name).ok_or_else(|| PyValueError::new_err(format!("{name} is unknown")))?);
        }
        graph.push(edges);
    }
    let mut states = vec![State::New; names.len()];
    let mut order = Vec::with_capacity(names.len());
    for node in 0..names.len() {
        if !visit(node, &graph, &mut states, &mut order) {
            return Err(PyValueError::new_err("a package depends on itself"));
        }
    }
    Ok(order.into_iter().map(|node| names[node].clone()).collect())
}

/// False when a package depends on itself.
fn visit(node: usize, graph: &[Vec<usize>], states: &mut [State], order: &mut Vec<usize>) -> bool {
    match states[node] {
        State::Done => return true,
        State::Active => return false,
        State::New => states[node] = State::Active,
    }
    for &needed in &graph[node] {
        if !visit(needed, graph, states, order) {
            return false;
        }
    }
    states[node] = State::Done;
    order.push(node);
    true
}
