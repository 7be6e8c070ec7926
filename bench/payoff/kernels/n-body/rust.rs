//! Five tuples come in and one number goes out: the boundary costs nothing, the loop runs on plain structs.
use pyo3::prelude::*;

struct Body {
    position: [f64; 3],
    velocity: [f64; 3],
    mass: f64,
}

type Row = (f64, f64, f64, f64, f64, f64, f64);

#[pyfunction]
pub fn run(py: Python<'_>, system: Vec<Row>, steps: usize, dt: f64) -> PyResult<f64> {
    let mut bodies: Vec<Body> = system
        .into_iter()
        .map(|(x, y, z, vx, vy, vz, mass)| Body { position: [x, y, z], velocity: [vx, vy, vz], mass })
        .collect();
    Ok(py.detach(|| {
        for _ in 0..steps {
            advance(&mut bodies, dt);
        }
        energy(&bodies)
    }))
}

fn advance(bodies: &mut [Body], dt: f64) {
    for i in 1..=bodies.len() {
        let (head, rest) = bodies.split_at_mut(i);
        let a = &mut head[i - 1];
        for b in rest {
            let delta: [f64; 3] = std::array::from_fn(|axis| a.position[axis] - b.position[axis]);
            let squared = delta.iter().map(|d| d * d).sum::<f64>();
            let magnitude = dt / (squared * squared.sqrt());
            for (axis, d) in delta.into_iter().enumerate() {
                a.velocity[axis] -= d * b.mass * magnitude;
                b.velocity[axis] += d * a.mass * magnitude;
            }
        }
    }
    for body in bodies {
        for axis in 0..3 {
            body.position[axis] += dt * body.velocity[axis];
        }
    }
}

fn energy(bodies: &[Body]) -> f64 {
    let mut total = 0.0;
    for (i, a) in bodies.iter().enumerate() {
        total += 0.5 * a.mass * a.velocity.iter().map(|v| v * v).sum::<f64>();
        for b in &bodies[i + 1..] {
            let squared = (0..3).map(|axis| (a.position[axis] - b.position[axis]).powi(2)).sum::<f64>();
            total -= a.mass * b.mass / squared.sqrt();
        }
    }
    total
}
