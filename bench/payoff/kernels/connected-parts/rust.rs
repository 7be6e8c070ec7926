//! Edges are converted; parents are a vector.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

fn find(parents: &mut [usize], mut node: usize) -> usize {
    while parents[node] != node {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    node
}

#[pyfunction]
pub fn run(count: usize, edges: Vec<(usize, usize)>) -> PyResult<usize> {
    if count < 1 {
        return Err(PyValueError::new_err("a graph without nodes"));
    }
    let mut parents: Vec<usize> = (0..count).collect();
    let mut parts = count;
    for (first, second) in edges {
        let (a, b) = (find(&mut parents, first), find(&mut parents, second));
        if a != b {
            parents[a] = b;
            parts -= 1;
        }
    }
    Ok(parts)
}
