;;; sunting.el --- Periksa naskah berbahasa Indonesia dengan Sunting -*- lexical-binding: t -*-

;; (require 'sunting), lalu M-x eglot di naskah Markdown atau teks: temuan, alasan, dan perbaikannya (Emacs 29).
;; Tanpa eglot: M-x sunting-periksa menampilkan temuan seperti hasil kompilasi.

;;; Code:
(require 'compile)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode text-mode) . ("sunting" "lsp"))))

;;;###autoload
(defun sunting-periksa ()
  "Periksa berkas di buffer ini, dan tampilkan temuannya."
  (interactive)
  (let ((compilation-error-regexp-alist '(gnu))
        (compilation-error-screen-columns nil))
    (compile (concat "sunting periksa --format=gnu " (shell-quote-argument (buffer-file-name))))))

(provide 'sunting)
;;; sunting.el ends here
