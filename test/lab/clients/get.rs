fn main() {
    let url = std::env::args().nth(1).expect("url");
    if let Err(error) = reqwest::blocking::get(url) {
        eprintln!("{error:?}");
        std::process::exit(1);
    }
}
