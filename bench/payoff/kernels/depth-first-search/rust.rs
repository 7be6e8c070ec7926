//! Names are read from the dict in its order and become numbers; the result hands the same strings back.
use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Active,
    Done,
}

#[pyfunction]
pub fn run(dependencies: &Bound<'_, PyDict>) -> PyResult<Vec<String>> {
    let mut names: Vec<String> = Vec::with_capacity(dependencies.len());
    let mut needs: Vec<Vec<String>> = Vec::with_capacity(dependencies.len());
    for (name, needed) in dependencies {
        names.push(name.extract()?);
        needs.push(needed.extract()?);
    }
    let indices: HashMap<&str, usize> = names.iter().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
    let mut graph = Vec::with_capacity(names.len());
    for needed in &needs {
        let edges: Option<Vec<usize>> = needed.iter().map(|name| indices.get(name.as_str()).copied()).collect();
        graph.push(edges.ok_or_else(|| PyValueError::new_err("a package is unknown"))?);
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
