@echo off
rem Starts Alchemi on Windows. For all other systems, use the file "alchemi".
setlocal
set "home=%~dp0."
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -Xlog:disable -Xlog:all=error:stderr -Dalchemi.home="%home%" -cp "%home%\jars\alchemi.jar;%home%\jars\lib\*" io.alchemi.command.Alchemi %*
exit /b %ERRORLEVEL%
