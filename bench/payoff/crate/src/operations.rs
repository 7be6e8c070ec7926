//! The Rust counterparts of what `measure/operations.py` times in the interpreter: each runs `count` times over data that the optimiser
//! cannot see through, and the result goes back so that nothing is left out.
use std::collections::{HashMap, HashSet};
use std::hint::black_box;

use pyo3::prelude::*;

#[pyfunction]
fn add_int(count: i64) -> i64 {
    let mut total = 0i64;
    for it in 0..count {
        total = black_box(total).wrapping_add(it);
    }
    total
}

#[pyfunction]
fn add_float(count: i64) -> f64 {
    let mut total = 0.0;
    for _ in 0..count {
        total = black_box(total) + 1.5;
    }
    total
}

#[pyfunction]
fn compare(count: i64) -> i64 {
    let mut total = 0;
    for it in 0..count {
        total += i64::from(black_box(it) < 500);
    }
    total
}

#[pyfunction]
fn subscript(count: usize) -> i64 {
    let values: Vec<i64> = (0..1024).collect();
    let mut total = 0;
    for it in 0..count {
        total += black_box(&values)[it & 1023];
    }
    total
}

#[pyfunction]
fn store_subscript(count: usize) -> i64 {
    let mut values = vec![0i64; 1024];
    for it in 0..count {
        black_box(&mut values)[it & 1023] = it as i64;
    }
    values[7]
}

#[pyfunction]
fn map_int(count: i64) -> i64 {
    let values: HashMap<i64, i64> = (0..1000).map(|it| (it, it)).collect();
    let mut total = 0;
    for it in 0..count {
        total += values.get(&black_box(it % 1000)).copied().unwrap_or(0);
    }
    total
}

#[pyfunction]
fn map_text(count: usize) -> i64 {
    let keys: Vec<String> = (0..1000).map(|it| format!("key {it}")).collect();
    let values: HashMap<&str, i64> = keys.iter().map(|it| (it.as_str(), 1)).collect();
    let mut total = 0;
    for it in 0..count {
        total += values.get(black_box(keys[it % 1000].as_str())).copied().unwrap_or(0);
    }
    total
}

#[pyfunction]
fn map_insert(count: i64) -> usize {
    let mut values = HashMap::new();
    for it in 0..count {
        values.insert(black_box(it), it);
    }
    values.len()
}

#[pyfunction]
fn contains(count: i64) -> i64 {
    let values: HashSet<i64> = (0..1000).collect();
    let mut total = 0;
    for it in 0..count {
        total += i64::from(values.contains(&black_box(it % 2000)));
    }
    total
}

struct Thing {
    value: i64,
}

impl Thing {
    #[inline(never)]
    fn method(&self) -> i64 {
        self.value
    }
}

#[pyfunction]
fn attribute(count: i64) -> i64 {
    let thing = Box::new(Thing { value: 3 });
    let mut total = 0;
    for _ in 0..count {
        total += black_box(&thing).value;
    }
    total
}

#[inline(never)]
fn identity(value: i64) -> i64 {
    black_box(value)
}

#[pyfunction]
fn call(count: i64) -> i64 {
    (0..count).map(|it| identity(black_box(it))).fold(0, i64::wrapping_add)
}

#[pyfunction]
fn call_method(count: i64) -> i64 {
    let thing = Thing { value: 3 };
    (0..count).map(|_| black_box(&thing).method()).sum()
}

#[pyfunction]
fn construct(count: i64) -> i64 {
    (0..count).map(|it| black_box(Box::new(Thing { value: it })).value).sum()
}

#[pyfunction]
fn iterate(count: usize) -> i64 {
    let values: Vec<i64> = (0..1024).collect();
    let mut total = 0;
    for _ in 0..count / 1024 {
        for value in black_box(&values) {
            total += black_box(*value);
        }
    }
    total
}

#[pyfunction]
fn push(count: i64) -> usize {
    let mut values = Vec::new();
    for it in 0..count {
        values.push(black_box(it));
    }
    values.len()
}

#[pyfunction]
fn format(count: i64) -> usize {
    (0..count).map(|it| format!("{}-{}", black_box(it), 7).len()).sum()
}

#[pyfunction]
fn starts_with(count: i64) -> i64 {
    (0..count).map(|_| i64::from(black_box("abcdef").starts_with(black_box("abc")))).sum()
}

#[pyfunction]
fn split(count: i64) -> usize {
    (0..count).map(|_| black_box("a b c d").split(' ').map(str::to_owned).collect::<Vec<_>>().len()).sum()
}

#[pyfunction]
fn fail(count: i64) -> i64 {
    #[inline(never)]
    fn failing(value: i64) -> Result<i64, String> {
        if black_box(value) >= 0 { Err("no".to_owned()) } else { Ok(value) }
    }
    (0..count).map(|it| failing(it).unwrap_or(1)).sum()
}

#[pyfunction]
fn sort(count: i64) -> usize {
    let values: Vec<i64> = (0..1000).map(|it: i64| (it * 7919) % 1009).collect();
    let mut total = 0;
    for _ in 0..count / 1000 {
        let mut copy = black_box(&values).clone();
        copy.sort();
        total += copy.len();
    }
    total
}

pub fn add(m: &Bound<'_, PyModule>) -> PyResult<()> {
    let operations = PyModule::new(m.py(), "operations")?;
    macro_rules! functions {
        ($($name:ident),* $(,)?) => { $(operations.add_function(wrap_pyfunction!($name, &operations)?)?;)* };
    }
    functions!(
        add_int, add_float, compare, subscript, store_subscript, map_int, map_text, map_insert, contains, attribute, call, call_method,
        construct, iterate, push, format, starts_with, split, fail, sort,
    );
    m.add_submodule(&operations)
}
