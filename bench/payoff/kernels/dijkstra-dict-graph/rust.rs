//! The dict of dicts is turned into adjacency lists once a call: strings become numbers, and back at the end.
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

/// Distances are never NaN here, so their order is total.
#[derive(PartialEq, PartialOrd)]
struct Distance(f64);

impl Eq for Distance {}

impl Ord for Distance {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[pyfunction]
pub fn run(
    py: Python<'_>,
    graph: HashMap<String, HashMap<String, f64>>,
    source: String,
) -> PyResult<HashMap<String, f64>> {
    if !graph.contains_key(&source) {
        return Err(PyKeyError::new_err(source));
    }
    Ok(py.detach(|| {
        let names: Vec<&String> = graph.keys().collect();
        let indices: HashMap<&String, usize> = names.iter().enumerate().map(|(index, &name)| (name, index)).collect();
        let edges: Vec<Vec<(usize, f64)>> = names
            .iter()
            .map(|&name| graph[name].iter().map(|(neighbour, &weight)| (indices[neighbour], weight)).collect())
            .collect();
        let distances = shortest_paths(&edges, indices[&source]);
        let reached = distances.into_iter().enumerate().filter(|(_, distance)| distance.is_finite());
        reached.map(|(index, distance)| (names[index].clone(), distance)).collect()
    }))
}

fn shortest_paths(edges: &[Vec<(usize, f64)>], source: usize) -> Vec<f64> {
    let mut distances = vec![f64::INFINITY; edges.len()];
    distances[source] = 0.0;
    let mut queue = BinaryHeap::from([Reverse((Distance(0.0), source))]);
    while let Some(Reverse((Distance(distance), node))) = queue.pop() {
        if distance > distances[node] {
            continue;
        }
        for &(neighbour, weight) in &edges[node] {
            let candidate = distance + weight;
            if candidate < distances[neighbour] {
                distances[neighbour] = candidate;
                queue.push(Reverse((Distance(candidate), neighbour)));
            }
        }
    }
    distances
}
