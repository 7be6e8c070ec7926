/** The engine's sentences in German; see `sentences.ts`. */
import type { Catalogue } from "./sentences";

const words: Catalogue = {
  time: "Zeit",
  "measured time": "gemessenen Zeit",
  "time spent in Python": "Zeit in Python",
  "the program": "das Programm",
  "the part that computes": "was rechnet",
  "the part that runs Python": "was in Python läuft",
  NumPy: "NumPy",
  Polars: "Polars",
  "Rust (PyO3)": "Rust (PyO3)",
  Numba: "Numba",
  mypyc: "mypyc",
  Cython: "Cython",
  threads: "Threads",
  Threads: "Threads",
  "the standard library": "die Standardbibliothek",
  "The standard library": "Die Standardbibliothek",
  "an existing library": "eine vorhandene Bibliothek",
  "An existing library": "Eine vorhandene Bibliothek",
  "a better algorithm": "ein besserer Algorithmus",
  "A better algorithm": "Ein besserer Algorithmus",
  never: "nie",
  "{n}": "{n}",
  "{n} day": "{n} Tag",
  "{n} days": "{n} Tagen",
  "{n} month": "{n} Monat",
  "{n} months": "{n} Monaten",
  "{n} year": "{n} Jahr",
  "{n} years": "{n} Jahren",
};

const verdict: Catalogue = {
  "There is no Python code here to assess.": "Hier gibt es keinen Python-Code zu bewerten.",
  "{w:move}: {w:where} with about {n} % of the {w:time}; expect {w:part} to run about {n2}x as fast.":
    "{w:move}: {w:where} mit etwa {n} % der {w:time}; danach läuft {w:part} etwa {n2}-mal so schnell.",
  "Keep Python and move the hot core to {w:target}": "Bei Python bleiben und den heißen Kern nach {w:target} verlegen",
  "Move the data frame work to Polars": "Die Arbeit an Data Frames nach Polars verlegen",
  "Use a library that is already fast": "Eine Bibliothek nehmen, die schon schnell ist",
  "{name} ({path})": "{name} ({path})",
  "{name} ({path}) and {w:places}": "{name} ({path}) und {w:places}",
  "{n} more place": "{n} weitere Stelle",
  "{n} more places": "{n} weitere Stellen",
  "{n} place": "{n} Stelle",
  "{n} places": "{n} Stellen",
  "Stay in Python: {w:reason}.": "Bei Python bleiben: {w:reason}.",
  "Stay in Python: {w:reason}; one place is worth a look on its own, {w:where}.":
    "Bei Python bleiben: {w:reason}; eine Stelle lohnt für sich einen Blick, {w:where}.",
  "Stay in Python and change {name} ({path}) first, which takes hours, not weeks: {message}":
    "Bei Python bleiben und zuerst {name} ({path}) ändern, was Stunden dauert, nicht Wochen: {message}",
  "its time is spread over many places or the gain does not pay for the work":
    "die Zeit verteilt sich auf viele Stellen, oder der Gewinn ist die Arbeit nicht wert",
  "its time is spent in native code of libraries already": "die Zeit steckt schon in nativem Code von Bibliotheken",
  "its time is spent inside Python libraries that it does not own": "die Zeit steckt in fremden Python-Bibliotheken",
  "it mostly waits for network, files or databases": "es wartet meist auf Netz, Dateien oder Datenbanken",
  "there is too little running code to gain from": "es läuft zu wenig Code, an dem etwas zu gewinnen wäre",
  "Source alone does not show where the time goes: record a profile of a typical run before deciding anything.":
    "Der Quelltext allein zeigt nicht, wohin die Zeit geht: vor jeder Entscheidung ein Profil eines üblichen Laufs aufzeichnen.",
  "The profile does not show enough of this project to decide anything.":
    "Das Profil zeigt zu wenig von diesem Projekt, um etwas zu entscheiden.",
  "Measured: {n} samples by {tool}.": "Gemessen: {n} Stichproben von {tool}.",
  "Measured by tracing with {tool}.": "Gemessen durch Mitschreiben mit {tool}.",
};

const evidence: Catalogue = {
  "{w:places} with {n} % of the {w:time} would gain from {w:target}: about {n2}x for {w:part}, for {n3} to {n4} hours of work.":
    "Durch {w:target} gewinnen {w:places} mit {n} % der {w:time}: {w:part} liefe etwa {n2}-mal so schnell, für {n3} bis {n4} Stunden Arbeit.",
  "Pays for itself after about {n} hours of running ({w:best} at best, {w:worst} at worst).":
    "Macht sich nach etwa {n} Laufstunden bezahlt (im besten Fall {w:best}, im schlechtesten {w:worst}).",
  "Pays for itself after {n} hours of running at best.": "Macht sich im besten Fall nach {n} Laufstunden bezahlt.",
  "Pays for itself after about {n} hour of running ({w:best} at best, {w:worst} at worst).":
    "Macht sich nach etwa {n} Laufstunde bezahlt (im besten Fall {w:best}, im schlechtesten {w:worst}).",
  "Pays for itself after {n} hour of running at best.": "Macht sich im besten Fall nach {n} Laufstunde bezahlt.",
  "Pays for itself after about {w:likely} ({w:best} at best, {w:worst} at worst).":
    "Macht sich nach etwa {w:likely} bezahlt (im besten Fall {w:best}, im schlechtesten {w:worst}).",
  "Pays for itself after {w:best} at best.": "Macht sich im besten Fall nach {w:best} bezahlt.",
  "Pays for itself within a day ({w:worst} at worst).": "Macht sich innerhalb eines Tages bezahlt (im schlechtesten Fall {w:worst}).",
  "Does not pay for itself.": "Macht sich nicht bezahlt.",
  "Assumed: {l:assumed}.": "Angenommen: {l:assumed}.",
  "{n} runs a day of {n2} s": "{n} Läufe am Tag zu {n2} s",
  "an hour of work costs as much as {n} hours of running": "eine Arbeitsstunde kostet so viel wie {n} Laufstunden",
  "an hour of work costs as much as an hour of running": "eine Arbeitsstunde kostet so viel wie eine Laufstunde",
  "an hour of running costs as much as {n} hours of work": "eine Laufstunde kostet so viel wie {n} Arbeitsstunden",
  "running costs nothing": "das Laufen kostet nichts",
  "a team new to Rust": "ein Team, dem Rust neu ist",
  "a team learning Rust": "ein Team, das Rust lernt",
  "a team that has shipped Rust": "ein Team, das schon Rust ausgeliefert hat",
  "a team fluent in Rust": "ein Team, das Rust beherrscht",
  "One wheel for each platform serves Python {version} and all later versions with PyO3's feature {feature}; free-threaded builds need their own.":
    "Mit PyO3s Feature {feature} reicht ein Wheel je Plattform für Python {version} und alle späteren; Bauten ohne Sperre brauchen eigene.",
  "The project supports Python {version}: the newest {name} for it is {release} ({newest} needs {needed}).":
    "Das Projekt unterstützt Python {version}: das neueste {name} dafür ist {release} ({newest} braucht {needed}).",
  "Waiting: {places}.": "Wartet: {places}.",
  "Calls into native code: {places}.": "Ruft nativen Code: {places}.",
  "Python code of other libraries: {places}.": "Python-Code anderer Bibliotheken: {places}.",
  "Python 3.11 runs Python code 1.1 to 1.6 times as fast as 3.10, 1.25 times on average.":
    "Python 3.11 führt Python-Code 1,1- bis 1,6-mal so schnell aus wie 3.10, im Mittel 1,25-mal.",
  "The JIT compiler of Python 3.15, which has to be switched on, gains 8 to 9 % on average on x86-64 Linux and 12 to 13 % on Apple silicon.":
    "Der JIT-Compiler von Python 3.15, den man einschalten muss, gewinnt im Mittel 8 bis 9 % unter Linux auf x86-64 und 12 bis 13 % auf Apple-Chips.",
  "That comes near to what is gained here, for no work.": "Das kommt dem nahe, was hier zu gewinnen ist, ganz ohne Arbeit.",
};

const confidence: Catalogue = {
  "No entry point is shown: the code may be called anywhere.": "Kein Einstiegspunkt ist zu sehen: der Code kann überall aufgerufen werden.",
  "The one known entry point reaches {n} % of the functions.": "Der eine bekannte Einstiegspunkt erreicht {n} % der Funktionen.",
  "The {n1} known entry points reach {n} % of the functions.": "Die {n1} bekannten Einstiegspunkte erreichen {n} % der Funktionen.",
  "{n} % of the calls could be followed.": "{n} % der Aufrufe ließen sich verfolgen.",
  "{w:functions} may take part; the first five are estimated to take {n} % of the time.":
    "Beteiligt sein können {w:functions}; auf die ersten fünf entfallen geschätzt {n} % der Zeit.",
  "{n} function": "{n} Funktion",
  "{n} functions": "{n} Funktionen",
  "That is spread thinly: small errors of the estimate change which functions come first.":
    "Das ist dünn verteilt: kleine Fehler der Schätzung ändern, welche Funktionen vorn stehen.",
  "Most of that hangs on loops that run as long as their input lasts, so the input decides which functions come first.":
    "Das meiste hängt an Schleifen, die so lange laufen wie ihre Eingabe reicht; so entscheidet die Eingabe, welche Funktionen vorn stehen.",
  "Source alone cannot tell what this code is used for: record a profile of a typical run before acting on it.":
    "Der Quelltext allein sagt nicht, wofür der Code gebraucht wird: vor dem Handeln ein Profil eines üblichen Laufs aufzeichnen.",
  "a profile that shows the time elsewhere": "ein Profil, das die Zeit anderswo zeigt",
  "a profile of another workload: this one shows what it was recorded with":
    "ein Profil einer anderen Last: dieses zeigt das, womit es aufgezeichnet wurde",
  "requests that use up a processor core instead of waiting": "Anfragen, die einen Prozessorkern auslasten, statt zu warten",
  "inputs so small that the boundary costs more than the loop":
    "Eingaben, die so klein sind, dass der Übergang mehr kostet als die Schleife",
  "entry points: name what the program runs with --entry or the setting entry-points":
    "Einstiegspunkte: mit --entry oder der Einstellung entry-points nennen, was läuft",
};

const reasons: Catalogue = {
  "It takes about {n} % of the time and shows no pattern that pays; even at no cost at all the program would gain {n2} %.":
    "Sie braucht etwa {n} % der Zeit und zeigt kein Muster, das sich lohnt; selbst ganz ohne Kosten gewönne das Programm {n2} %.",
  "It takes less than 1 % of the time and shows no pattern that pays; even at no cost at all the program would gain {n2} %.":
    "Sie braucht weniger als 1 % der Zeit und zeigt kein Muster, das sich lohnt; selbst ganz ohne Kosten gewönne das Programm {n2} %.",
  "About {n} % of its time is waiting for network, files or other programs; a faster language would wait as long.":
    "Etwa {n} % ihrer Zeit wartet sie auf Netz, Dateien oder andere Programme; eine schnellere Sprache würde ebenso lange warten.",
  "Cold: {w:cold}. How fast it is hardly matters.": "Kalt: {w:cold}. Wie schnell das ist, spielt kaum eine Rolle.",
  "it is a test": "es ist ein Test",
  "it reads configuration or arguments, once": "es liest einmal Einstellungen oder Argumente",
  "it runs once, when the module is imported": "es läuft einmal, beim Import des Moduls",
  "The time is spent inside Python libraries; rewriting their caller does not change that.":
    "Die Zeit steckt in Python-Bibliotheken; den Aufrufer umzuschreiben ändert daran nichts.",
  "The project's time is spent in native libraries; this is not what holds it up.":
    "Die Zeit des Projekts steckt in nativen Bibliotheken; das hier hält es nicht auf.",
  "It keeps the interpreter busy. Where no cheaper cure fits, compile it, first with mypyc where types allow, then in Rust together with what it calls.":
    "Sie beschäftigt den Interpreter. Wo nichts Billigeres passt: kompilieren, zuerst mit mypyc, wo Typen es erlauben, dann in Rust zusammen mit dem, was sie aufruft.",
  "Nested loops do {w:rest}": "Verschachtelte Schleifen {w:rest}",
  "The loop does {w:rest}": "Die Runden der Schleife {w:rest}",
  "arithmetic on Python numbers one by one; compiled, in Rust or by Numba, the same loops run without the interpreter.":
    "rechnen mit Python-Zahlen, einer nach der anderen; kompiliert, in Rust oder durch Numba, laufen sie ohne den Interpreter.",
  "arithmetic on Python numbers one by one; compiled, in Rust or by Numba, the same loops run without the interpreter, and NumPy can take over whole rows.":
    "rechnen mit Python-Zahlen, einer nach der anderen; kompiliert, in Rust oder durch Numba, laufen sie ohne den Interpreter, und NumPy kann ganze Zeilen übernehmen.",
  "A table is filled cell by cell from earlier cells, which no array operation can do at once; it compiles well, and a library may have the whole algorithm.":
    "Eine Tabelle wird Zelle für Zelle aus früheren Zellen gefüllt, was keine Array-Operation auf einmal kann; das lässt sich gut kompilieren, und eine Bibliothek hat vielleicht den ganzen Algorithmus.",
  "The loop looks at the text character by character; a regular expression or str method may do it in C, and a scanner moves to Rust in one piece.":
    "Die Schleife sieht den Text Zeichen für Zeichen an; ein regulärer Ausdruck oder eine Methode von str macht das in C, und ein Scanner zieht im Ganzen nach Rust um.",
  "Each test looks through the whole list; make a set of it once, before the loop.":
    "Jeder Test sucht die ganze Liste durch; vor der Schleife einmal eine Menge (set) daraus machen.",
  "{n} to {n2} rounds: assumed for {what}": "{n} bis {n2} Runden: angenommen für {what}",
  "For {n} line of Python, expect {n2} to {n3} lines of Rust.": "Für {n} Zeile Python sind {n2} bis {n3} Zeilen Rust zu erwarten.",
  "For {n} lines of Python, expect {n2} to {n3} lines of Rust.": "Für {n} Zeilen Python sind {n2} bis {n3} Zeilen Rust zu erwarten.",
  "about {n} % of its own time is interpreter work": "etwa {n} % der eigenen Zeit ist Arbeit des Interpreters",
  "it calls itself": "sie ruft sich selbst auf",
  "{w:one} gains more for the effort (about {n}x in {n1} to {n2} h); {w:other} is named first because it gains more in the end (about {n3}x in {n4} to {n5} h).":
    "{w:one} gewinnt mehr für den Aufwand (etwa {n}-mal in {n1} bis {n2} h); {w:other} steht vorn, weil am Ende mehr gewonnen ist (etwa {n3}-mal in {n4} bis {n5} h).",
  "{w:one} comes before {w:other} because it gains more for the effort: about {n}x in {n1} to {n2} h against about {n3}x in {n4} to {n5} h.":
    "{w:one} steht vor {w:other}, weil mehr für den Aufwand gewonnen ist: etwa {n}-mal in {n1} bis {n2} h gegen etwa {n3}-mal in {n4} bis {n5} h.",
  "{w:one} gains as much for less (about {n}x in {n1} to {n2} h against about {n3}x in {n4} to {n5} h): try it first where it fits.":
    "{w:one} gewinnt ebenso viel für weniger (etwa {n}-mal in {n1} bis {n2} h gegen etwa {n3}-mal in {n4} bis {n5} h): zuerst versuchen, wo es passt.",
};

const profile: Catalogue = {
  "{source}: it holds no time at all": "{source}: enthält gar keine Zeit",
};

const signs: Catalogue = {
  "{n} % of the estimated time is waiting or native code: faster own code is hardly felt":
    "{n} % der geschätzten Zeit ist Warten oder nativer Code: schnellerer eigener Code ist kaum zu spüren",
  "{n} % of the measured time is waiting or native code: faster own code is hardly felt":
    "{n} % der gemessenen Zeit ist Warten oder nativer Code: schnellerer eigener Code ist kaum zu spüren",
  "what computes is mostly inside Python libraries of others": "was rechnet, steckt meist in fremden Python-Bibliotheken",
  "moving all that is worth it would gain less than 15 %": "alles zu verlegen, was sich lohnt, brächte weniger als 15 %",
  "moving all that is worth it makes it about {n}x as fast": "alles zu verlegen, was sich lohnt, macht es etwa {n}-mal so schnell",
  "little heat in any one place: the hottest function takes {n} %": "nirgends viel auf einmal: die heißeste Funktion braucht {n} %",
  "started as a script: {paths}": "wird als Skript gestartet: {paths}",
  "heat concentrated in few functions: {names} takes {n} % of the Python time":
    "wenige Funktionen brauchen die Zeit: {names} mit {n} % der Python-Zeit",
  "heat concentrated in few functions: {names} take {n} % of the Python time":
    "wenige Funktionen brauchen die Zeit: {names} mit {n} % der Python-Zeit",
  "large containers of small objects in {names}": "große Behälter kleiner Objekte in {names}",
  "threads around computing code in {names}": "Threads um rechnenden Code in {names}",
};

export const sentences: Catalogue = { ...words, ...verdict, ...evidence, ...confidence, ...reasons, ...profile, ...signs };
