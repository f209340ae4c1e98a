<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>{n} completions, {first}</source>
        <translation>
            <numerusform>{n} completion, {first}</numerusform>
            <numerusform>{n} completions, {first}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers</source>
        <translation>
            <numerusform>{n} number</numerusform>
            <numerusform>{n} numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} finite weights are needed, one a column.</source>
        <translation>
            <numerusform>{n} finite weight is needed, one a column.</numerusform>
            <numerusform>{n} finite weights are needed, one a column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} random instances</source>
        <translation>
            <numerusform>{n} random instance</numerusform>
            <numerusform>{n} random instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message numerus="yes">
        <source>{message} (and %n more)</source>
        <translation>
            <numerusform>{message} (and %n more)</numerusform>
            <numerusform>{message} (and %n more)</numerusform>
        </translation>
    </message>
</context>
</TS>
