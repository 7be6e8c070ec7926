/** Names of Python's `builtins` module (Python 3.13 documentation, "Built-in Functions", "Built-in Exceptions"), and methods of its types. */
const BUILTIN_NAMES = new Set(
  (
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod " +
    "enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len " +
    "list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted " +
    "staticmethod str sum super tuple type vars zip __import__ __name__ __file__ __doc__ __debug__ __build_class__ __spec__ __loader__ __package__ " +
    "NotImplemented Ellipsis BaseException BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception ArithmeticError " +
    "FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError BufferError EOFError ExceptionGroup ImportError " +
    "ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError OSError EnvironmentError IOError " +
    "BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError " +
    "FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError " +
    "TimeoutError ReferenceError RuntimeError NotImplementedError PythonFinalizationError RecursionError StopAsyncIteration " +
    "StopIteration SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError UnicodeDecodeError " +
    "UnicodeEncodeError UnicodeTranslateError Warning BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning " +
    "PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning " +
    // Python 2 names that still occur behind version checks.
    "unicode xrange basestring long unichr raw_input reduce cmp execfile file"
  ).split(" "),
);

export function isBuiltinName(name: string): boolean {
  return BUILTIN_NAMES.has(name);
}

const CONTAINER_METHODS =
  "append extend insert remove pop clear index count sort reverse copy get items keys values update setdefault popitem fromkeys add " +
  "discard union intersection difference symmetric_difference issubset issuperset isdisjoint appendleft popleft extendleft";
const TEXT_METHODS =
  "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit " +
  "isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix " +
  "replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill";
const OTHER_METHODS =
  "decode hex read readline readlines write writelines close flush seek tell fileno send throw group groups match search sub";

const containerMethods = new Set(CONTAINER_METHODS.split(" "));
const textMethods = new Set(TEXT_METHODS.split(" "));
const builtinMethods = new Set(`${CONTAINER_METHODS} ${TEXT_METHODS} ${OTHER_METHODS}`.split(" "));

/** Public methods of list, dict, set, str, bytes, files and iterators: on an unknown receiver they most likely mean these. */
export function isBuiltinMethodName(name: string): boolean {
  return builtinMethods.has(name);
}

export function isBuiltinContainerMethodName(name: string): boolean {
  return containerMethods.has(name);
}

export function isTextMethodName(name: string): boolean {
  return textMethods.has(name);
}
