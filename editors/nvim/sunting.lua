-- Neovim 0.8 ke atas: salin ke ~/.config/nvim/plugin/. Temuan, alasan (K), dan perbaikan (vim.lsp.buf.code_action).
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'markdown', 'text' },
  callback = function(opened)
    vim.lsp.start({
      name = 'sunting',
      cmd = { 'sunting', 'lsp' },
      root_dir = vim.fs.dirname(vim.fs.find({ '.sunting.yaml', '.git' }, { path = opened.file, upward = true })[1]),
    })
  end,
})
