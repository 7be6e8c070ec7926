-- A session in Neovim (0.7 or newer) with its own language client: attaches, waits for hints, asks, edits, quits. Prints one JSON object.
local server, root, file = vim.env.BREAKEVEN_SERVER, vim.env.BREAKEVEN_ROOT, vim.env.BREAKEVEN_FILE
local result = {}

local function finish()
  io.stdout:write("\nRESULT " .. vim.json.encode(result) .. "\n")
  vim.cmd("qa!")
end

local function wait(what, condition)
  if vim.wait(30000, condition, 50) then return end
  result.failure = "waited in vain for " .. what
  finish()
end

local function session()
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  vim.bo.filetype = "python"
  -- vim.lsp.start came with 0.8; this does the same in every version.
  local id = vim.lsp.start_client({ name = "breakeven", cmd = { vim.env.BREAKEVEN_NODE, server, "--stdio" }, root_dir = root })
  vim.lsp.buf_attach_client(0, id)
  local client = vim.lsp.get_client_by_id(id)
  -- Since 0.11 the client's functions are methods.
  local function call(name, ...)
    if vim.fn.has("nvim-0.11") == 1 then return client[name](client, ...) end
    return client[name](...)
  end
  local hint
  wait("the first hints", function()
    hint = vim.diagnostic.get(0)[1]
    return hint ~= nil
  end)
  local function is_there()
    for _, other in ipairs(vim.diagnostic.get(0)) do
      if other.code == hint.code then return true end
    end
    return false
  end
  result.hint = { code = hint.code, lnum = hint.lnum, message = hint.message, source = hint.source }

  local function request(method, params)
    local answer, failure = call("request_sync", method, params, 10000, 0)
    return answer and answer.result, failure or (answer and answer.err)
  end

  local document = { uri = vim.uri_from_bufnr(0) }
  local position = { line = hint.lnum, character = hint.col }
  result.hover = request("textDocument/hover", { textDocument = document, position = position }).contents.value
  result.lenses = request("textDocument/codeLens", { textDocument = document })
  local range = { start = position, ["end"] = position }
  local actions = request("textDocument/codeAction", { textDocument = document, range = range, context = { diagnostics = {} } })
  for _, action in ipairs(actions) do
    if action.edit and vim.startswith(action.title, "Ignore") then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      break
    end
  end
  result.line = vim.api.nvim_buf_get_lines(0, hint.lnum, hint.lnum + 1, false)[1]
  wait("the hint to go", function() return not is_there() end)
  vim.cmd("undo")
  wait("the hint to come back", is_there)

  call("stop")
  wait("the server to end", function() return call("is_stopped") end)
  result.stopped = true
end

local ok, failure = xpcall(session, debug.traceback)
if not ok then result.failure = failure end
finish()
