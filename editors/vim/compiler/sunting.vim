" Vim compiler file: sunting check, with columns that count characters.
"   :compiler sunting | make %      then :cnext, :copen
if exists('current_compiler')
  finish
endif
let current_compiler = 'sunting'

CompilerSet makeprg=sunting\ check\ --format=gnu
CompilerSet errorformat=%f:%l:%v:\ %t%*[a-z]:\ %m
