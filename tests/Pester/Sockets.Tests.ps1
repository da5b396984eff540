BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # A server on a real socket, so that the connection of this edition of .NET is tested, and not the simulator within the process.
    if (-not ('Paperspace.Pester.Server' -as [type])) {
        Add-Type -Language CSharp -TypeDefinition @'
namespace Paperspace.Pester
{
    using System;
    using System.Collections.Generic;
    using System.IO;
    using System.Net;
    using System.Net.Sockets;
    using System.Text;
    using System.Threading;

    // Replies by the path of a request, down to the byte, and keeps the heads of the requests.
    public sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 0);
        private readonly List<string> _heads = new List<string>();
        private readonly List<TcpClient> _clients = new List<TcpClient>();

        public Server()
        {
            _listener.Start();
            new Thread(Accept) { IsBackground = true }.Start();
        }

        public string BaseUri { get { return "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port; } }

        public string[] Heads { get { lock (_heads) return _heads.ToArray(); } }

        public void Dispose()
        {
            _listener.Stop();
            lock (_heads) foreach (var client in _clients) client.Close();
        }

        private void Accept()
        {
            try
            {
                while (true)
                {
                    var client = _listener.AcceptTcpClient();
                    lock (_heads) _clients.Add(client);
                    new Thread(delegate() { Serve(client); }) { IsBackground = true }.Start();
                }
            }
            catch (Exception)
            {
                // The test is over.
            }
        }

        private void Serve(TcpClient client)
        {
            try
            {
                var stream = client.GetStream();
                while (true)
                {
                    var head = ReadHead(stream);
                    if (head.Length == 0) return;
                    lock (_heads) _heads.Add(head);
                    Reply(client, stream, head);
                }
            }
            catch (Exception)
            {
                // The client left, or the test is over.
            }
        }

        private static string ReadHead(Stream stream)
        {
            var head = new StringBuilder();
            while (true)
            {
                var next = stream.ReadByte();
                if (next < 0) return "";
                head.Append((char)next);
                if (next == '\n' && head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)) break;
            }

            foreach (var line in head.ToString().Split('\n'))
            {
                if (!line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) continue;
                for (var left = int.Parse(line.Substring(15).Trim()); left > 0; left--) stream.ReadByte();
            }

            return head.ToString();
        }

        private static void Reply(TcpClient client, Stream stream, string head)
        {
            const string Machine = "{\"id\":\"psone\",\"name\":\"one\",\"state\":\"ready\"}";
            if (head.Contains("=pssilent")) Thread.Sleep(Timeout.Infinite);
            if (head.Contains("=psstalled")) Write(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":", true);
            if (head.Contains("=psreset")) { client.Client.LingerState = new LingerOption(true, 0); client.Close(); }
            if (head.Contains("=psmoved")) Write(stream, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/stolen\r\nContent-Length: 0\r\n\r\n", false);
            else if (head.StartsWith("POST ", StringComparison.Ordinal)) Write(stream, "HTTP/1.1 204 No Content\r\n\r\n", false);
            else if (head.Contains("getMachines ") || head.Contains("getMachines?")) Write(stream, Json("[" + Machine + "]"), false);
            else Write(stream, Json(Machine), false);
        }

        private static string Json(string body)
        {
            return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.Length + "\r\n\r\n" + body;
        }

        private static void Write(Stream stream, string text, bool stalls)
        {
            var bytes = Encoding.ASCII.GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
            if (stalls) Thread.Sleep(Timeout.Infinite);
        }
    }
}
'@
    }
}

Describe 'Over a socket' {
    BeforeEach {
        $server = New-Object Paperspace.Pester.Server
        Connect-PsAccount -ApiKey key-of-mine -BaseUri $server.BaseUri -RequestTimeout 300 -ConnectTimeout 300 -MaximumRetryCount 0
    }

    AfterEach { $server.Dispose() }

    It 'machines are listed, read and changed, without an Expect header' {
        (Get-PsMachine).Name | Should -Be 'one'
        (Get-PsMachine -MachineId psone).State | Should -Be 'ready'
        (Set-PsMachine psone -Name one -PassThru).Id | Should -Be 'psone'
        $server.Heads | Should -HaveCount 4
        $server.Heads -join '' | Should -Match 'X-Api-Key: key-of-mine'
        $server.Heads -join '' | Should -Not -Match 'Expect:'
    }

    It '<What> ends with RequestTimeout' -ForEach @(
        @{ What = 'a server that never replies'; Id = 'pssilent' }
        @{ What = 'a body that stalls'; Id = 'psstalled' }
    ) {
        Connect-PsAccount -ApiKey key-of-mine -BaseUri $server.BaseUri -RequestTimeout 1 -MaximumRetryCount 0 -Name hasty -NotDefault
        { Get-PsMachine -MachineId $Id -Account hasty -ErrorAction Stop } | Should -Throw -ErrorId 'RequestTimeout,*'
        (Get-PsMachine -MachineId psone).Name | Should -Be 'one'
    }

    It '<What> is <ErrorId>' -ForEach @(
        @{ What = 'a connection that is reset'; Id = 'psreset'; ErrorId = 'HostUnreachable' }
        @{ What = 'a redirect'; Id = 'psmoved'; ErrorId = 'RedirectRefused' }
    ) {
        { Get-PsMachine -MachineId $Id -ErrorAction Stop } | Should -Throw -ErrorId "$ErrorId,*"
        (Get-PsMachine -MachineId psone).Name | Should -Be 'one'
    }

    It 'a stalled body is abandoned when the pipeline is stopped' {
        $shell = [powershell]::Create().AddScript('
            param($module, $uri)
            Import-Module $module
            Get-PsMachine -MachineId psstalled -ApiKey key-of-mine -BaseUri $uri').AddArgument((Join-Path $ModulePath 'Paperspace.psd1')).AddArgument($server.BaseUri)
        $running = $shell.BeginInvoke()
        for ($try = 0; $try -lt 1200 -and -not ($server.Heads -match 'psstalled'); $try++) { Start-Sleep -Milliseconds 50 }
        $server.Heads | Should -HaveCount 1
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
    }

    It 'an unreachable host is reported within -ConnectTimeout' {
        # A listener whose queue is full lets no further connection come about.
        $full = New-Object Net.Sockets.Socket ([Net.Sockets.AddressFamily]::InterNetwork), ([Net.Sockets.SocketType]::Stream), ([Net.Sockets.ProtocolType]::Tcp)
        $full.Bind((New-Object Net.IPEndPoint ([Net.IPAddress]::Loopback), 0))
        $full.Listen(0)
        $waiting = New-Object Net.Sockets.TcpClient
        try {
            $waiting.Connect('127.0.0.1', $full.LocalEndPoint.Port)
            Connect-PsAccount -ApiKey key-of-mine -BaseUri "http://$($full.LocalEndPoint)" -ConnectTimeout 1 -RequestTimeout 600 -MaximumRetryCount 0
            { Restart-PsMachine psone -ErrorAction Stop } | Should -Throw -ErrorId 'HostUnreachable,*'
        }
        finally {
            $waiting.Close()
            $full.Close()
        }
    }
}
