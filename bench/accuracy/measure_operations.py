import timeit,statistics as st
base="a=3;b=4;s='abc';l=list(range(10));d={i:i for i in range(10)};t=(1,2,3);f=1.5;x=0\nclass C:\n  __slots__=()\n  def m(self): pass\n  v=1\nclass P:\n  def __init__(self): self.v=1\n  @property\n  def w(self): return 1\n  def __add__(self,o): return self\no=P();c=C()\ndef g(): pass\ndef g2(a,b): return a\ndef gen():\n  while 1: yield 1\nit=gen();nx=it.__next__\n"
ops={'add':'a+b','fadd':'f+f','name':'a','attr':'o.v','store':'x=a','attrstore':'o.v=a','cmp':'a<b','sub':'l[3]','dictget':"d[3]",'substore':'l[3]=a','call0':'g()','call2':'g2(a,b)','method':'c.m()','ctor':'P()','prop':'o.w','dunder':'o+o','fstr':"f'{a}-{b}'",'tuple':'(a,b)','list':'[a,b]','dict':"{'a':a,'b':b}",'len':'len(l)','isinst':'isinstance(a,int)','append':'l.append(a)','strm':"s.startswith('a')",'gennext':'nx()','not':'not a','is':'a is None','sorted10':'sorted(t)','sum':'sum(t)','strcat':"s+s",'slice':'l[1:3]','lambda':'lambda: 0','try':'try:\n  pass\nexcept Exception: pass','raise':'try:\n  raise ValueError\nexcept ValueError: pass','def':'def h(): pass','import':'import os','with':'pass','listcomp':'[i for i in t]','in':'a in d','floatpow':'f**2','unpack':'p,q,r=t','get':'d.get(3)','join':"','.join(('a','b'))",'fmt':"'%s %d' % (s,a)",'super':'pass','global':'x','forit':'for i in t: pass','genexp':'list(i for i in t)','map':'list(map(len,(s,s,s)))'}
N=20000
# locals inside function
def run(code):
    body='\n    '.join(l for l in base.split('\n'))
    code20='\n'.join([code]*20)
    src='def outer():\n    '+body+'\n    import time\n    pc=time.perf_counter\n    t0=pc()\n    for _ in range(%d):\n'%N+'\n'.join('        '+l for l in code20.split('\n'))+'\n        if len(l)>1000: del l[10:]\n    return pc()-t0\n'
    ns={};exec(src,ns)
    return st.median(ns['outer']() for _ in range(7))/N/20
z=run('pass')
u=run('a+b')-z
for k,v in ops.items():
    try: print(f"{k:10s} {(run(v)-z)/u:6.2f}")
    except Exception as e: print(k,e)
print('unit ns',u*1e9)
