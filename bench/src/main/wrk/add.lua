-- Load for POST /add: entries of 200 bytes, no two alike. For wrk.
local threads = 0

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

function init(arguments)
   count = 0
   run = arguments[1] or tostring(os.time())
   tail = string.rep("x", 200)
   head = "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200\r\n\r\n"
end

function request()
   count = count + 1
   local entry = run .. " " .. number .. " " .. count .. " "
   return head .. entry .. string.sub(tail, #entry + 1)
end
